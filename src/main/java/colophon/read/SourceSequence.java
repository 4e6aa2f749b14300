package colophon.read;

import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.DataKeyBase;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.BasedSequenceImpl;
import com.vladsch.flexmark.util.sequence.Range;

/**
 * A text, or a part of it, as Flexmark reads it. Flexmark's own sequences copy a text character by character when they become a string,
 * and check each index twice; of the time to read a site that was a tenth.
 */
// A generic return type of Flexmark's own class.
@SuppressWarnings("unchecked")
final class SourceSequence extends BasedSequenceImpl {
    /** What CommonMark reads for U+0000. */
    private static final char REPLACEMENT = '\uFFFD';

    private final SourceSequence base;
    private final String text;
    /** The same text: to read it character by character is what takes most of Flexmark's time. */
    private final char[] chars;

    private final int start;
    private final int end;

    private SourceSequence(String text) {
        super(0);
        this.base = this;
        this.text = text;
        this.chars = text.toCharArray();
        this.start = 0;
        this.end = text.length();
    }

    private SourceSequence(SourceSequence base, int start, int end) {
        super(0);
        this.base = base;
        this.text = base.text;
        this.chars = base.chars;
        this.start = start;
        this.end = end;
    }

    static SourceSequence of(String text) {
        return new SourceSequence(text.replace('\0', REPLACEMENT));
    }

    @Override
    public String toString() {
        return text.substring(start, end);
    }

    @Override
    public char charAt(int index) {
        return chars[start + index];
    }

    @Override
    public int length() {
        return end - start;
    }

    @Override
    public SourceSequence subSequence(int from, int to) {
        return baseSubSequence(start + from, start + to);
    }

    @Override
    public SourceSequence baseSubSequence(int from, int to) {
        if (from == start && to == end) {
            return this;
        }
        if (from < 0 || from > to || to > text.length()) {
            throw new StringIndexOutOfBoundsException(from + " to " + to + " of " + text.length());
        }
        return from == 0 && to == text.length() ? base : new SourceSequence(base, from, to);
    }

    @Override
    public BasedSequence getBaseSequence() {
        return base;
    }

    @Override
    public Object getBase() {
        return text;
    }

    @Override
    public int getStartOffset() {
        return start;
    }

    @Override
    public int getEndOffset() {
        return end;
    }

    @Override
    public Range getSourceRange() {
        return Range.of(start, end);
    }

    @Override
    public int getIndexOffset(int index) {
        return start + index;
    }

    @Override
    public int getOptionFlags() {
        return 0;
    }

    @Override
    public boolean allOptions(int options) {
        return false;
    }

    @Override
    public boolean anyOptions(int options) {
        return false;
    }

    @Override
    public <T> T getOption(DataKeyBase<T> key) {
        return key.get(null);
    }

    @Override
    public DataHolder getOptions() {
        return null;
    }
}
