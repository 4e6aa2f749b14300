package colophon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** The checker of the PDF Association, in this process. Its profiles are read once: the first file takes seconds, the others tenths. */
public final class VeraPdf {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /** What is wrong with a file, by the rules of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2). */
    public static List<String> check(byte[] pdf) {
        return Stream.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)
                .flatMap(flavour -> check(pdf, flavour).stream())
                .toList();
    }

    private static List<String> check(byte[] pdf, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant() && result.getTotalAssertions() == 0) {
                return List.of(flavour + ": nothing was checked");
            }
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> flavour + " " + assertion.getRuleId().getClause() + ": " + assertion.getMessage()
                            + " at " + assertion.getLocation().getContext())
                    .distinct()
                    .toList();
        } catch (VeraPDFException | IOException e) {
            throw new IllegalStateException("the checker failed", e);
        }
    }
}
