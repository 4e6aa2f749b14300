package colophon.output;

import colophon.model.Digest;
import colophon.model.Fingerprint;
import colophon.model.InputFile;
import colophon.model.Institution;
import colophon.model.Lazy;
import colophon.model.OutputFile;
import colophon.model.OutputFile.Made;
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Publication;
import colophon.model.Site;
import colophon.model.SitePath;
import colophon.output.CardPainter.Colors;
import colophon.output.CardPainter.Faces;
import colophon.output.CardPainter.Format;
import colophon.output.CardPainter.Words;
import colophon.output.SlowFiles.Slow;
import colophon.render.CardText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TrueTypeFont;

/** The pictures that link previews show, one for each work, drawn from its title in the look of the site; and the covers of books. */
public final class Cards implements OutputFormat {
    private static final String FONTS = "fonts/print/";
    private static final String SERIF_BOLD = FONTS + "SourceSerif4-Semibold.ttf";
    private static final String SERIF = FONTS + "SourceSerif4-Regular.ttf";
    private static final String SANS = FONTS + "SourceSans3-Semibold.ttf";
    /** For signs that the others do not have. */
    private static final String JAPANESE = FONTS + "NotoSerifJP-Regular.ttf";

    private static final String STYLE = "css/site.css";
    private static final int HASH_DIGITS = 8;

    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        Site site = publishing.site();
        Drawer drawer = new Drawer(publishing);
        List<OutputFile> files = new ArrayList<>();
        for (Page page : site.pages()) {
            drawer.path(page).filter(path -> page.kind().isWork()).ifPresent(path -> {
                drawer.want(page, Format.CARD);
                Fingerprint fingerprint = Fingerprint.of(Digest.of(path.value()));
                files.add(OutputFile.made(
                        path,
                        page.origin().source().path(),
                        () -> fingerprint,
                        () -> Optional.of(new Made(drawer.draw(page, Format.CARD), Optional.of(fingerprint)))));
            });
        }
        return files;
    }

    /** The works that have a card, each to be drawn ahead of the page that shows it. */
    static List<Runnable> ahead(Publishing publishing) {
        Drawer drawer = new Drawer(publishing);
        return publishing.site().pages().stream()
                .filter(page -> page.kind().isWork() && drawer.path(page).isPresent())
                .<Runnable>map(page -> () -> drawer.drawAhead(page, Format.CARD))
                .toList();
    }

    /** Draws cards and covers as a theme has them. */
    static final class Drawer {
        private final Publishing publishing;
        private final Map<String, InputFile> assets;
        private final Lazy<Colors> colors;
        private final Lazy<Faces> faces;
        private final Lazy<Long> look;
        private final boolean possible;

        Drawer(Publishing publishing) {
            this.publishing = publishing;
            this.assets = publishing.theme().assets();
            List<String> needed = List.of(SERIF_BOLD, SERIF, SANS, JAPANESE, STYLE);
            this.possible = publishing.downloads() && needed.stream().allMatch(assets::containsKey);
            this.colors = new Lazy<>(this::colors);
            this.faces = new Lazy<>(this::faces);
            this.look = new Lazy<>(() -> {
                Digest digest = new Digest().add(CardPainter.RECIPE);
                Colors used = colors.get();
                digest.add(used.cover()).add(used.art()).add(used.text()).add(used.quiet());
                needed.subList(0, 4).forEach(font -> digest.add(assets.get(font).digest()));
                return digest.value();
            });
        }

        /** What cards look like, boiled down; 0 where none are drawn. */
        long look() {
            return possible ? look.get() : 0;
        }

        /** Where the card of a page is: its own where it is a work, that of the publication otherwise. */
        Optional<SitePath> path(Page page) {
            Page work = work(page);
            return possible && canDraw(words(work, Format.CARD))
                    ? Optional.of(new SitePath("assets/cards/" + name(work) + "-"
                            + hex(work, Format.CARD).substring(0, HASH_DIGITS) + ".png"))
                    : Optional.empty();
        }

        /** Tells one cover of a book from another; nothing where none can be drawn. */
        Optional<String> cover(Page work) {
            return possible && canDraw(words(work, Format.COVER))
                    ? Optional.of(hex(work, Format.COVER))
                    : Optional.empty();
        }

        /** Fonts are opened only for what they may not have. */
        private boolean canDraw(Words words) {
            boolean usual =
                    words.all().stream().flatMapToInt(String::codePoints).allMatch(Drawer::isUsual);
            return usual || CardPainter.canDraw(words, faces.get());
        }

        private static boolean isUsual(int c) {
            return c < 0x250 || c >= 0x1E00 && c < 0x1F00 || c >= 0x2010 && c <= 0x2026;
        }

        private Page work(Page page) {
            return page.kind().isWork()
                    ? page
                    : publishing.site().page(PageKind.LANDING).orElseThrow();
        }

        private String name(Page work) {
            String path = work.path().value();
            return path.isEmpty()
                    ? publishing.site().publication().slug()
                    : path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
        }

        private String hex(Page work, Format format) {
            Digest digest = new Digest().add(look()).add(format.width());
            words(work, format).all().forEach(digest::add);
            return Digest.hex(digest.value());
        }

        private String slowName(Page work, Format format) {
            return "card-" + hex(work, format);
        }

        /** Keeps what was drawn, though nobody may ask for it while the published file is right. */
        void want(Page work, Format format) {
            publishing.slowFiles().has(slowName(work, format));
        }

        /** A card or cover as PNG, drawn once unless two ask for it at the same moment. */
        byte[] draw(Page work, Format format) {
            String name = slowName(work, format);
            SlowFiles files = publishing.slowFiles();
            return files.find(name).map(Slow::bytes).orElseGet(() -> {
                byte[] png = CardPainter.png(paint(work, format));
                files.keep(name, new Slow(png, List.of()));
                return png;
            });
        }

        /** Has a card or cover ready for who asks for it later, unless it was drawn in an earlier build. */
        void drawAhead(Page work, Format format) {
            if (!publishing.slowFiles().has(slowName(work, format))) {
                draw(work, format);
            }
        }

        /** One after another: fonts are read by one at a time. To pack the pixels takes longer. */
        private synchronized Pixels paint(Page work, Format format) {
            return new CardPainter(format, colors.get(), faces.get()).paint(words(work, format));
        }

        private Words words(Page page, Format format) {
            Publication work = publishing.site().publication();
            CardText text = CardText.of(publishing.site(), page);
            List<String> names =
                    work.institutions().stream().map(Institution::name).toList();
            // More than two have no room on a card but in short.
            boolean brief = format == Format.CARD && names.size() > 2;
            String inShort = String.join(
                    " · ",
                    work.institutions().stream()
                            .map(it -> it.shortName().orElse(it.name()))
                            .toList());
            return new Words(
                    text.eyebrow(),
                    text.title(),
                    text.subtitle(),
                    brief ? List.of(inShort) : names,
                    publishing
                            .site()
                            .settings()
                            .publisher()
                            .filter(it -> !names.contains(it))
                            .orElse(""));
        }

        private Colors colors() {
            String css = new String(assets.get(STYLE).bytes(), StandardCharsets.UTF_8);
            return new Colors(
                    color(css, "cover", 0x1F3A5F),
                    color(css, "cover-art", 0x294A75),
                    color(css, "on-cover", 0xFBFAF7),
                    color(css, "on-cover-quiet", 0xCFDAEA));
        }

        /** A token of the style; the first is that of the light look. */
        private static int color(String css, String token, int otherwise) {
            Matcher value =
                    Pattern.compile("--" + token + ":\\s*#([0-9a-fA-F]{6})\\b").matcher(css);
            return 0xFF000000 | (value.find() ? Integer.parseInt(value.group(1), 16) : otherwise);
        }

        private Faces faces() {
            Supplier<TrueTypeFont> japanese = font(JAPANESE);
            return new Faces(
                    new Typeface(List.of(font(SERIF_BOLD), japanese)),
                    new Typeface(List.of(font(SERIF), japanese)),
                    new Typeface(List.of(font(SANS), japanese)));
        }

        private Supplier<TrueTypeFont> font(String name) {
            return new Lazy<>(() -> Typeface.open(assets.get(name).bytes()));
        }
    }
}
