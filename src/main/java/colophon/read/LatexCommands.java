package colophon.read;

import colophon.model.RichText.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commands of LaTeX and BibLaTeX that bibliographies use, and what they mean. */
final class LatexCommands {
    /** Marks over and under letters. */
    static final Map<String, String> ACCENTS = pairs(
            "\" \u0308 ' \u0301 ` \u0300 ^ \u0302 ~ \u0303 = \u0304 . \u0307 u \u0306 v \u030C H \u030B c \u0327 k \u0328 r \u030A d \u0323"
                    + " b \u0331 h \u0309 t \u0361 textcommabelow \u0326 textogonekcentered \u0328 hat \u0302 tilde \u0303 bar \u0304"
                    + " dot \u0307 ddot \u0308 vec \u20D7 acute \u0301 grave \u0300 check \u030C breve \u0306 overline \u0305");

    static final Map<String, String> CHARACTERS =
            pairs("ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł ss ß SS ẞ i ı j ȷ"
                    + " dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ textendash – textemdash — textquoteleft ‘ textquoteright ’"
                    + " textquotedblleft “ textquotedblright ” guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › flqq « frqq »"
                    + " flq ‹ frq › glqq „ grqq “ glq ‚ grq ‘ quotedblbase „ quotesinglbase ‚ lq ‘ rq ’ dots … ldots … cdots ⋯ textellipsis …"
                    + " P ¶ S § textparagraph ¶ textsection § pounds £ textsterling £ texteuro € euro € textyen ¥ textwon ₩ textcent ¢"
                    + " textdollar $ textcurrency ¤ textperthousand ‰ copyright © textcopyright © textregistered ® textservicemark ℠"
                    + " texttrademark ™ textdegree ° textcelsius ℃ textmu µ textohm Ω textnumero № textonehalf ½ textonequarter ¼"
                    + " textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textquotesingle ' textquotedbl \" textasciigrave `"
                    + " textasciiacute ´ textasciitilde ~ textasciicircum ^ textasciimacron ¯ textbackslash \\ textbar | textless < textgreater >"
                    + " textbraceleft { textbraceright } textunderscore _ textbullet • textperiodcentered · textasteriskcentered ∗ textdagger †"
                    + " textdaggerdbl ‡ dag † ddag ‡ textexclamdown ¡ textquestiondown ¿ textpm ± texttimes × textdiv ÷ textminus − textlnot ¬"
                    + " slash / textordfeminine ª textordmasculine º quad \u2003 qquad \u2003 enspace \u2002 thinspace \u2009 nobreakspace \u00A0"
                    + " hyphen - hyp - adddot . addcomma , addcolon : addsemicolon ; textschwa ə textturnedcomma ʻ ordfeminine ª lbrack [ rbrack ]"
                    + " lbrace { rbrace } TeX TeX LaTeX LaTeX LaTeXe LaTeX2e BibTeX BibTeX XeTeX XeTeX LuaTeX LuaTeX");

    /** Those of mathematics; letters are upright as they are here. */
    static final Map<String, String> MATHEMATICS = pairs(
            "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ"
                    + " omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ"
                    + " Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω times × div ÷ pm ± mp ∓ cdot ⋅ ast ∗ star ⋆"
                    + " circ ∘ bullet • leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ ll ≪ gg ≫ to →"
                    + " rightarrow → longrightarrow ⟶ leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ uparrow ↑"
                    + " downarrow ↓ mapsto ↦ infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩"
                    + " emptyset ∅ setminus ∖ wedge ∧ vee ∨ neg ¬ oplus ⊕ otimes ⊗ dagger † ddagger ‡ perp ⊥ parallel ∥ angle ∠ sum ∑"
                    + " prod ∏ int ∫ oint ∮ sqrt √ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ prime ′ degree ° langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉"
                    + " lfloor ⌊ rfloor ⌋ mid ∣ vert | Vert ‖ lvert | rvert | backslash \\ log log ln ln exp exp sin sin cos cos tan tan"
                    + " min min max max lim lim det det dim dim arg arg");

    /** Commands whose argument has a mark. */
    static final Map<String, Mark> MARKED = Map.ofEntries(
            Map.entry("emph", Mark.ITALIC),
            Map.entry("textit", Mark.ITALIC),
            Map.entry("textsl", Mark.ITALIC),
            Map.entry("mathit", Mark.ITALIC),
            Map.entry("mkbibemph", Mark.ITALIC),
            Map.entry("mkbibitalic", Mark.ITALIC),
            Map.entry("textbf", Mark.BOLD),
            Map.entry("mathbf", Mark.BOLD),
            Map.entry("boldsymbol", Mark.BOLD),
            Map.entry("mkbibbold", Mark.BOLD),
            Map.entry("textsc", Mark.SMALL_CAPS),
            Map.entry("textsuperscript", Mark.SUPERSCRIPT),
            Map.entry("mkbibsuperscript", Mark.SUPERSCRIPT),
            Map.entry("up", Mark.SUPERSCRIPT),
            Map.entry("textsubscript", Mark.SUBSCRIPT),
            Map.entry("mkbibsubscript", Mark.SUBSCRIPT));

    /** Commands without an argument that mark the rest of their group. */
    static final Map<String, Mark> SWITCHES = Map.of(
            "em", Mark.ITALIC,
            "it", Mark.ITALIC,
            "sl", Mark.ITALIC,
            "itshape", Mark.ITALIC,
            "slshape", Mark.ITALIC,
            "bf", Mark.BOLD,
            "bfseries", Mark.BOLD,
            "sc", Mark.SMALL_CAPS,
            "scshape", Mark.SMALL_CAPS);

    /** What is printed around the argument of a command. */
    static final Map<String, List<String>> AROUND = Map.of(
            "enquote", List.of("“", "”"),
            "mkbibquote", List.of("“", "”"),
            "mkbibparens", List.of("(", ")"),
            "mkbibbrackets", List.of("[", "]"),
            "textquote", List.of("“", "”"));

    /** Commands that change nothing that can be printed here; their argument is text. */
    static final Set<String> PLAIN =
            words("textup textrm textsf texttt textmd textnormal textlf textlatin textgreek textcyrillic"
                    + " mathrm mathsf mathtt mathnormal mathcal mathbb mathfrak mathop operatorname text mbox hbox fbox ensuremath autocap"
                    + " mkbibacro mkbibname mkbibordinal mkbibmascord mkbibfemord nohyphens displaystyle textstyle rm sf tt upshape md rmfamily"
                    + " sffamily ttfamily mdseries normalfont normalsize small footnotesize large protect relax nopunct isdot allowbreak left right big Big"
                    + " ignorespaces unskip nolinebreak frenchspacing limits");

    /** Commands that stand for a space. */
    static final Set<String> SPACES = words("space addspace addnbspace newline linebreak break addabbrvspace par");

    /** Commands of one argument that is not text. */
    static final Set<String> DROPPED = words(
            "noopsort NoopSort noop SortNoop hspace vspace selectlanguage label index phantom hphantom vphantom kern uselanguage");

    /** Commands whose first argument is not text, and whose second is. */
    static final Set<String> SECOND = words("href foreignlanguage textcolor texorpdfstring raisebox parbox");

    private LatexCommands() {}

    private static Map<String, String> pairs(String list) {
        String[] words = list.split(" ");
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            pairs.put(words[i], words[i + 1]);
        }
        return pairs;
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
