package colophon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the arrows of the design: packages depend only downwards, and each library has its place. */
@AnalyzeClasses(packages = "colophon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrowsPointDown = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("colophon..")
            .layer("cli")
            .definedBy("colophon.cli")
            .layer("preview")
            .definedBy("colophon.preview")
            .layer("build")
            .definedBy("colophon")
            .layer("read")
            .definedBy("colophon.read")
            .layer("output")
            .definedBy("colophon.output")
            .layer("check")
            .definedBy("colophon.check")
            .layer("write")
            .definedBy("colophon.write")
            .layer("render")
            .definedBy("colophon.render..")
            .layer("model")
            .definedBy("colophon.model")
            .layer("diag")
            .definedBy("colophon.diag")
            .layer("cache")
            .definedBy("colophon.cache")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("build")
            .mayOnlyBeAccessedByLayers("cli", "preview")
            .whereLayer("preview")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("read")
            .mayOnlyBeAccessedByLayers("build", "preview")
            .whereLayer("output")
            .mayOnlyBeAccessedByLayers("build")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("build")
            .whereLayer("write")
            .mayOnlyBeAccessedByLayers("build", "cli")
            .whereLayer("render")
            .mayOnlyBeAccessedByLayers("build", "output")
            .whereLayer("model")
            .mayOnlyAccessLayers("diag")
            .whereLayer("cache")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule diagUsesNothing = noClasses()
            .that()
            .resideInAPackage("colophon.diag")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("colophon", "colophon.model", "colophon.read..", "colophon.render..");

    @ArchTest
    static final ArchRule freemarkerOnlyInRender = only("freemarker..", "colophon.render");

    @ArchTest
    static final ArchRule picocliOnlyInCli = only("picocli..", "colophon.cli");

    @ArchTest
    static final ArchRule yamlOnlyInRead = only("org.snakeyaml..", "colophon.read");

    @ArchTest
    static final ArchRule pdfOnlyInOutput = noClasses()
            .that()
            .resideOutsideOfPackage("colophon.output")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..", "org.apache.batik..");

    /** What decodes pictures takes long to start, and is started only where pictures are made. */
    @ArchTest
    static final ArchRule picturesOnlyInOutput = noClasses()
            .that()
            .resideOutsideOfPackage("colophon.output")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.luciad..", "javax.imageio..", "java.awt..");

    @ArchTest
    static final ArchRule flexmarkOnlyInRead = only("com.vladsch.flexmark..", "colophon.read");

    @ArchTest
    static final ArchRule twoDoorsToTheDisk = noClasses()
            .that()
            .resideInAnyPackage(
                    "colophon.model", "colophon.check", "colophon.render", "colophon.output", "colophon.diag")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File");

    @ArchTest
    static final ArchRule noClock = noClasses()
            .that()
            .resideOutsideOfPackage("colophon.cli")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule exitOnlyInMain = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("colophon.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule noMutableStatics = noFields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("colophon..")
            .should()
            .notBeFinal();

    @ArchTest
    static final ArchRule noLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    private static ArchRule only(String library, String where) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(where)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }
}
