package colophon;

import static colophon.SamplePictures.drawing;
import static colophon.SamplePictures.gif;
import static colophon.SamplePictures.jpeg;
import static colophon.SamplePictures.packed;
import static colophon.SamplePictures.photo;
import static colophon.SamplePictures.png;
import static colophon.SamplePictures.withChunk;
import static colophon.SamplePictures.withExif;
import static colophon.SamplePictures.withSegment;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture.Built;
import colophon.model.OutputFile;
import colophon.model.SitePath;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures in the widths and formats they are published in. */
class PictureTest {
    private static final String PAGE = "content/pages/about.md";
    private static final String FIGURES = "assets/figures/";

    private static SiteFixture site(String picture, byte[] bytes) {
        return SiteFixture.of("sites/minimal")
                .change(PAGE, "---\ntitle: About\nsummary: S.\n---\n\n![A picture](../figures/" + picture + ")\n")
                .change("content/figures/" + picture, bytes);
    }

    /** The files of pictures by their name without its hash. */
    private static SortedMap<String, byte[]> pictures(Built built) {
        SortedMap<String, byte[]> pictures = new TreeMap<>();
        built.files().forEach((path, file) -> {
            if (path.startsWith(FIGURES)) {
                pictures.put(path.substring(FIGURES.length()).replaceFirst("-[0-9a-f]{8}", ""), file.bytes());
            }
        });
        return pictures;
    }

    private static BufferedImage image(byte[] bytes) {
        try {
            if (new String(bytes, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP")) {
                ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
                reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
                return reader.read(0);
            }
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPhotographIsThereInTheWidthsThatAreShown() {
        byte[] original = jpeg(photo(2000, 1500));
        SortedMap<String, byte[]> made =
                pictures(site("port.jpg", original).build().isClean());
        assertThat(made.keySet())
                .containsExactlyInAnyOrder(
                        "port-576.jpg",
                        "port-576.webp",
                        "port-768.jpg",
                        "port-768.webp",
                        "port-1152.jpg",
                        "port-1152.webp",
                        "port-1728.jpg",
                        "port-1728.webp");
        made.forEach((name, bytes) -> {
            int width = Integer.parseInt(name.replaceAll("\\D", ""));
            assertThat(image(bytes).getWidth()).as(name).isEqualTo(width);
            assertThat(image(bytes).getHeight()).as(name).isEqualTo(width * 3 / 4);
        });
        assertThat(made.get("port-1152.webp").length).isLessThan(made.get("port-1152.jpg").length);
        assertThat(made.get("port-1728.jpg").length).isLessThan(original.length / 3);
    }

    @Test
    void noPictureIsMadeWiderThanItIs() {
        assertThat(pictures(site("port.jpg", jpeg(photo(1000, 400))).build().isClean())
                        .keySet())
                .allMatch(name -> name.matches("port-(576|768|1000)\\.(jpg|webp)"));
        assertThat(pictures(site("port.jpg", jpeg(photo(300, 400))).build().isClean())
                        .keySet())
                .containsExactly("port-300.jpg", "port-300.webp");
    }

    @Test
    void thePageOffersThemAndLoadsOnlyTheFirstAtOnce() {
        SiteFixture site = site("port.jpg", jpeg(photo(800, 600)))
                .edit(PAGE, text -> text + "\nWords.\n\nWords.\n\n![Again](../figures/port.jpg)\n");
        List<String> pictures = site.build()
                .isClean()
                .mainOf("about/index.html")
                .lines()
                .filter(line -> line.contains("<picture>"))
                .map(line -> line.replaceAll("-[0-9a-f]{8}", ""))
                .toList();
        String sizes = "sizes=\"(min-width: 39.2rem) 36rem, (min-width: 28.2rem) 92vw, calc(100vw - 2.25rem)\"";
        String start = "<figure class=\"figure\"><picture><source type=\"image/webp\" "
                + "srcset=\"../assets/figures/port-576.webp 576w, ../assets/figures/port-800.webp 800w\" " + sizes
                + "><img src=\"../assets/figures/port-800.jpg\" alt=\"%s\" width=\"800\" height=\"600\" "
                + "srcset=\"../assets/figures/port-576.jpg 576w, ../assets/figures/port-800.jpg 800w\" " + sizes;
        assertThat(pictures)
                .containsExactly(
                        start.formatted("A picture") + " fetchpriority=\"high\"></picture>",
                        start.formatted("Again") + " loading=\"lazy\" decoding=\"async\"></picture>");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void picturesAreTurnedAsTheCameraWasHeld(int orientation) {
        // Upright: red at the top left, green at the top right, blue at the bottom left.
        int[][] corners = {{0, 1, 2}, {1, 0, 3}, {3, 2, 1}, {2, 3, 0}, {0, 2, 1}, {2, 0, 3}, {3, 1, 2}, {1, 3, 0}};
        int[] stored = corners[orientation - 1];
        boolean lying = orientation >= 5;
        BufferedImage image = new BufferedImage(lying ? 80 : 120, lying ? 120 : 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Color[] colors = {Color.RED, Color.GREEN, Color.BLUE};
        for (int i = 0; i < colors.length; i++) {
            pen.setColor(colors[i]);
            int width = image.getWidth() / 2;
            int height = image.getHeight() / 2;
            pen.fillRect(stored[i] % 2 * width, stored[i] / 2 * height, width, height);
        }
        Built built =
                site("held.jpg", withExif(jpeg(image), orientation)).build().isClean();
        BufferedImage shown = image(pictures(built).get("held-120.jpg"));
        assertThat(shown.getHeight()).isEqualTo(80);
        assertThat(List.of(main(shown.getRGB(20, 20)), main(shown.getRGB(100, 20)), main(shown.getRGB(20, 60))))
                .containsExactly("red", "green", "blue");
        assertThat(built.text("about/index.html")).contains("width=\"120\" height=\"80\"");
    }

    private static String main(int rgb) {
        Color color = new Color(rgb);
        return color.getRed() > 150
                ? "red"
                : color.getGreen() > 150 ? "green" : color.getBlue() > 150 ? "blue" : "none";
    }

    @Test
    void nobodyLearnsWhereAPictureWasTaken() {
        byte[] comment = SamplePictures.PLACE.getBytes(StandardCharsets.ISO_8859_1);
        Map<String, byte[]> originals = Map.of(
                "a.jpg",
                withSegment(withExif(jpeg(photo(200, 100)), 6), 0xFE, comment),
                "b.png",
                withChunk(png(drawing(200, 100)), "tEXt", comment));
        originals.forEach((name, bytes) -> {
            SiteFixture site = site(name, bytes).edit(PAGE, text -> text + "\nSee [it](../figures/" + name + ").\n");
            Map<String, OutputFile> files = site.build().isClean().files();
            files.forEach((path, file) -> assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1))
                    .as(path)
                    .doesNotContain("38.8977"));
            byte[] direct = files.get("figures/" + name).bytes();
            assertThat(direct.length).isLessThan(bytes.length);
            assertThat(pixels(image(direct))).isEqualTo(pixels(image(bytes)));
        });
    }

    /** Browsers turn the linked original by this, the only note that it keeps. */
    @Test
    void anOriginalStillSaysHowItIsTurned() {
        SiteFixture site = site("a.jpg", withExif(jpeg(photo(200, 100)), 6))
                .edit(PAGE, text -> text + "\nSee [it](../figures/a.jpg).\n");
        byte[] direct = site.build().isClean().bytes("figures/a.jpg");
        assertThat(direct).containsSequence('E', 'x', 'i', 'f').containsSequence(1, 18, 0, 3, 0, 0, 0, 1, 0, 6);
    }

    @Test
    void anOriginalIsPublishedOnlyWhereSomebodyAsksForIt() {
        SiteFixture site = site("port.jpg", jpeg(photo(700, 500)));
        assertThat(site.build().isClean().files()).doesNotContainKey("figures/port.jpg");
        site.edit("content/site.yaml", text -> text + "image: figures/port.jpg\nimage-alt: A port\n");
        Built built = site.build().isClean();
        assertThat(built.files()).containsKey("figures/port.jpg");
        assertThat(built.text("index.html")).contains("content=\"https://example.org/water/figures/port.jpg\"");
    }

    private static List<Integer> pixels(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .boxed()
                .toList();
    }

    @Test
    void aDrawingLosesNothing() {
        BufferedImage drawing = drawing(700, 400);
        SortedMap<String, byte[]> made =
                pictures(site("plan.png", png(drawing)).build().isClean());
        assertThat(pixels(image(made.get("plan-700.png")))).isEqualTo(pixels(drawing));
        assertThat(pixels(image(made.get("plan-700.webp")))).isEqualTo(pixels(drawing));
    }

    @Test
    void aPhotographSavedAsPngIsPublishedAsOne() {
        byte[] original = png(photo(900, 600));
        SortedMap<String, byte[]> made =
                pictures(site("port.png", original).build().isClean());
        assertThat(made.keySet()).contains("port-900.jpg", "port-900.webp");
        assertThat(made.get("port-900.jpg").length).isLessThan(original.length / 3);
    }

    @Test
    void aFileWithMoreBytesThanAWiderOneIsLeftOut() {
        SortedMap<String, byte[]> made =
                pictures(site("plan.png", png(drawing(1800, 900))).build().isClean());
        for (String ending : List.of(".png", ".webp")) {
            List<Integer> bytes = made.entrySet().stream()
                    .filter(file -> file.getKey().endsWith(ending))
                    .sorted((one, other) -> Integer.compare(width(one.getKey()), width(other.getKey())))
                    .map(file -> file.getValue().length)
                    .toList();
            assertThat(bytes).isSorted().doesNotHaveDuplicates().isNotEmpty();
        }
        assertThat(made.keySet()).anyMatch(name -> name.startsWith("plan-1728")).hasSizeLessThan(8);
    }

    private static int width(String name) {
        return Integer.parseInt(name.replaceAll("\\D", ""));
    }

    @Test
    void coloursWithAProfileBecomeThoseOfScreens() {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(55, 55, 55));
        pen.fillRect(0, 0, 100, 100);
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] segment = ("ICC_PROFILE\0\1\1").getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream icc = new ByteArrayOutputStream();
        icc.writeBytes(segment);
        icc.writeBytes(linear);
        Map<String, byte[]> pictures = Map.of(
                "grey.png", withChunk(png(image), "iCCP", packed(linear)),
                "grey.jpg", withSegment(jpeg(image), 0xE2, icc.toByteArray()));
        pictures.forEach((name, bytes) -> {
            SortedMap<String, byte[]> made = pictures(site(name, bytes).build().isClean());
            made.forEach((file, published) -> {
                // 55 of 255 shines as bright as 128 does on a screen.
                assertThat(new Color(image(published).getRGB(50, 50)).getGreen())
                        .as(name + " " + file)
                        .isBetween(124, 131);
                assertThat(new String(published, StandardCharsets.ISO_8859_1)).doesNotContain("ICC_PROFILE", "iCCP");
            });
        });
    }

    /** Java takes the greys of some files for brighter than they are. */
    @Test
    void unusualPixelsLookAsTheyAre() {
        Map<String, BufferedImage> images = new TreeMap<>();
        images.put("grey-alpha", unusual(ColorSpace.CS_GRAY, true, DataBuffer.TYPE_BYTE));
        images.put("grey-deep", unusual(ColorSpace.CS_GRAY, false, DataBuffer.TYPE_USHORT));
        images.put("grey-alpha-deep", unusual(ColorSpace.CS_GRAY, true, DataBuffer.TYPE_USHORT));
        images.put("color-deep", unusual(ColorSpace.CS_sRGB, false, DataBuffer.TYPE_USHORT));
        images.put("color-alpha-deep", unusual(ColorSpace.CS_sRGB, true, DataBuffer.TYPE_USHORT));
        images.put("grey", new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY));
        images.get("grey").getRaster().setPixels(0, 0, 40, 30, filled(40 * 30, 100));
        images.forEach((name, image) -> {
            SortedMap<String, byte[]> made =
                    pictures(site(name + ".png", png(image)).build().isClean());
            assertThat(made).as(name).isNotEmpty();
            made.forEach((file, bytes) -> {
                BufferedImage shown = image(bytes);
                boolean alpha = name.contains("alpha");
                assertThat(shown.getColorModel().hasAlpha()).as(file).isEqualTo(alpha);
                int seen = file.endsWith(".webp") || !alpha ? shown.getRGB(20, 15) >> 8 & 0xFF : stored(shown);
                assertThat(seen).as(file).isBetween(98, 102);
                assertThat(shown.getRGB(20, 15) >>> 24).as(file).isEqualTo(alpha ? 128 : 255);
            });
        });
    }

    private static int stored(BufferedImage image) {
        return image.getColorModel() instanceof IndexColorModel
                        || image.getRaster().getNumBands() > 2
                ? image.getRGB(20, 15) >> 8 & 0xFF
                : image.getRaster().getSample(20, 15, 0)
                        >> (image.getRaster().getTransferType() == DataBuffer.TYPE_USHORT ? 8 : 0);
    }

    private static BufferedImage unusual(int space, boolean alpha, int type) {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(space),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                type);
        WritableRaster raster = model.createCompatibleWritableRaster(40, 30);
        int scale = type == DataBuffer.TYPE_USHORT ? 257 : 1;
        int bands = raster.getNumBands();
        for (int band = 0; band < bands; band++) {
            boolean last = alpha && band == bands - 1;
            raster.setSamples(0, 0, 40, 30, band, filled(40 * 30, (last ? 128 : 100) * scale));
        }
        return new BufferedImage(model, raster, false, null);
    }

    private static int[] filled(int size, int value) {
        int[] filled = new int[size];
        Arrays.fill(filled, value);
        return filled;
    }

    @Test
    void whatIsTransparentLeavesNoFringe() {
        BufferedImage image = new BufferedImage(3000, 300, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 3000; x++) {
            for (int y = 0; y < 300; y++) {
                image.setRGB(x, y, x > 5 * y ? 0xFFFF0000 : 0x0000FF00);
            }
        }
        BufferedImage small =
                image(pictures(site("net.png", png(image)).build().isClean()).get("net-1728.png"));
        for (int x = 0; x < small.getWidth(); x++) {
            int color = small.getRGB(x, 50);
            assertThat(color >>> 24 == 0 || (color & 0xFFFF) == 0)
                    .as(Integer.toHexString(color))
                    .isTrue();
        }
    }

    @Test
    void aGifThatStandsStillAndAWebpArePublishedToo() {
        BufferedImage drawing = drawing(300, 200);
        assertThat(pixels(image(pictures(site("plan.gif", gif(drawing)).build().isClean())
                        .get("plan-300.png"))))
                .hasSize(60_000);
        byte[] webp = pictures(site("port.jpg", jpeg(photo(700, 300))).build()).get("port-700.webp");
        SortedMap<String, byte[]> made =
                pictures(site("port.webp", webp).build().isClean());
        assertThat(made.keySet()).contains("port-700.jpg", "port-700.webp", "port-576.jpg");
        assertThat(image(made.get("port-576.jpg")).getHeight()).isEqualTo(247);
    }

    @Test
    void aPictureThatMovesIsPublishedAsItIs() throws IOException {
        Path fixture = Path.of("src/test/resources/problems/image-animated/content/figures/wave.gif");
        Built built = site("wave.gif", Files.readAllBytes(fixture)).build();
        assertThat(built.bytes("figures/wave.gif")).isEqualTo(Files.readAllBytes(fixture));
        assertThat(built.mainOf("about/index.html"))
                .contains("<img src=\"../figures/wave.gif\" alt=\"A picture\" width=\"2\" height=\"2\"");
    }

    @Test
    void noPictureIsDecodedAgainUnlessItChanged() throws IOException {
        ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
        SiteFixture site = site("port.jpg", jpeg(photo(900, 600)))
                .with(given -> new BuildOptions(
                        given.site(),
                        given.output(),
                        given.shownOutput(),
                        given.address(),
                        given.release(),
                        given.strict(),
                        given.downloads(),
                        told::add));
        Built first = site.publish().isClean();
        assertThat(told).containsExactly("making pictures of port.jpg");
        told.clear();
        Built second = site.edit("content/brief.md", text -> text + "\nMore.\n")
                .publish()
                .isClean();
        assertThat(told).isEmpty();
        assertThat(second.result().written().orElseThrow().written()).isEqualTo(1);
        SortedMap<String, String> published =
                SiteFixture.published(site.folder().resolve("public"));
        assertThat(published.keySet().stream().filter(path -> path.startsWith(FIGURES)))
                .hasSize(pictures(first).size());
        // Another picture: its files have other names, and the old ones are gone.
        site.change("content/figures/port.jpg", jpeg(photo(901, 600))).publish().isClean();
        assertThat(told).hasSize(1);
        Set<String> old = published.keySet().stream()
                .filter(path -> path.startsWith(FIGURES))
                .collect(Collectors.toSet());
        assertThat(SiteFixture.published(site.folder().resolve("public")).keySet())
                .doesNotContainAnyElementsOf(old)
                .anyMatch(path -> path.matches(FIGURES + "port-[0-9a-f]{8}-901.webp"));
        assertThat(Files.exists(site.folder().resolve(".colophon/files"))).isTrue();
        assertThat(SiteFixture.snapshot(site.folder().resolve(".colophon/files"))
                        .keySet())
                .filteredOn(name -> name.endsWith("-900.webp"))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aDamagedMemoryIsNotPublished() throws IOException {
        SiteFixture site = site("port.jpg", jpeg(photo(700, 400)));
        site.publish().isClean();
        SortedMap<String, String> before = SiteFixture.published(site.folder().resolve("public"));
        for (String name :
                SiteFixture.snapshot(site.folder().resolve(".colophon/files")).keySet()) {
            Path file = site.folder().resolve(".colophon/files").resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);
        }
        site.remove(".colophon/written-public").publish().isClean();
        assertThat(SiteFixture.published(site.folder().resolve("public"))).isEqualTo(before);
    }

    @Test
    void aPreviewShowsTheOriginalUntilTheFilesAreMade() throws IOException {
        SiteFixture site = site("port.jpg", jpeg(photo(900, 600)));
        Map<String, OutputFile> expected = site.build().isClean().files();
        BuildOptions options = BuildOptions.of(site.folder()).withoutDownloads();
        try (LiveSite live = new LiveSite(options)) {
            live.open();
            SitePath page = new SitePath("about/index.html");
            assertThat(new String(live.state().bytes(page).orElseThrow(), StandardCharsets.UTF_8))
                    .contains("<img src=\"../figures/port.jpg\"")
                    .doesNotContain("srcset");
            assertThat(live.state().has(new SitePath("figures/port.jpg"))).isTrue();
            LiveSite.Rest rest = live.makeTheRest().orElseThrow();
            assertThat(rest.isNews()).isTrue();
            live.show(rest);
            assertThat(live.state().bytes(page))
                    .contains(expected.get("about/index.html").bytes());
            assertThat(live.state().files().paths().stream().map(SitePath::value))
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
            assertThat(live.makeTheRest().orElseThrow().isNews()).isFalse();
        }
    }

    @Test
    void aPictureMayBeSavedWhileAPreviewWorksOnIt() throws IOException {
        SiteFixture site =
                site("port.jpg", jpeg(photo(600, 400))).edit(PAGE, text -> text + "\nSee [it](../figures/port.jpg).\n");
        try (LiveSite live = new LiveSite(BuildOptions.of(site.folder()).withoutDownloads())) {
            live.open();
            site.change("content/figures/port.jpg", jpeg(photo(700, 400)));
            assertThat(live.makeTheRest()).isEmpty();
            live.update(Set.of(), Set.of());
            live.show(live.makeTheRest().orElseThrow());
            assertThat(live.state().files().paths().stream().map(SitePath::value))
                    .anyMatch(path -> path.endsWith("-700.webp"))
                    .noneMatch(path -> path.endsWith("-600.webp"));
        }
    }

    @Test
    void aPreviewTellsOfAPictureThatIsDamaged() throws IOException {
        byte[] damaged = png(drawing(80, 80));
        damaged[60] ^= 0x55;
        try (LiveSite live =
                new LiveSite(BuildOptions.of(site("plan.png", damaged).folder()).withoutDownloads())) {
            live.open();
            assertThat(live.state().failed()).isFalse();
            live.show(live.makeTheRest().orElseThrow());
            assertThat(live.state().failed()).isTrue();
            assertThat(live.state().problems())
                    .extracting(problem -> problem.message())
                    .contains("the picture is damaged");
        }
    }

    @Test
    void aPdfHasPicturesAsFineAsPaperShows() throws IOException {
        SiteFixture site = site("port.jpg", withExif(jpeg(photo(2600, 1300)), 1))
                .change(
                        "content/brief.md",
                        "---\ntitle: Brief\nsummary: S.\n---\n\n![A port](figures/port.jpg)\n\n![](figures/port.jpg){decorative}\n")
                .withDownloads();
        byte[] pdf = site.build().isClean().bytes("brief/water-brief.pdf");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    PDXObject object = page.getResources().getXObject(name);
                    if (object instanceof PDImageXObject image) {
                        assertThat(image.getWidth()).isEqualTo(1728);
                        assertThat(image.getHeight()).isEqualTo(864);
                    }
                }
            }
        }
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).contains("/Width 1728");
        assertThat(pdf.length).isLessThan(600_000);
    }

    @Test
    void whatIsSaidOfAPictureStandsBelowIt() {
        SiteFixture site = site("plan.png", png(drawing(80, 80)))
                .change(
                        PAGE,
                        "---\ntitle: About\nsummary: S.\n---\n\n![A plan](../figures/plan.png){credit=\"A & B\" source=\"Ministry\"}\n\nSource: an older one.\n");
        assertThat(site.build().isClean().mainOf("about/index.html"))
                .contains("<figcaption><p class=\"source\">Source: Ministry</p>\n"
                        + "<p class=\"source\">Credit: A &amp; B</p>\n"
                        + "<p class=\"source\">Source: an older one.</p>\n</figcaption>");
    }

    @Test
    void pagesWithPicturesAreValid() throws Exception {
        Map<String, byte[]> pages = new TreeMap<>();
        SiteFixture.of("sites/pictures").build().isClean().files().forEach((path, file) -> {
            if (path.endsWith(".html")) {
                pages.put(path, file.bytes());
            }
        });
        assertThat(HtmlValidator.check(pages)).isEmpty();
    }
}
