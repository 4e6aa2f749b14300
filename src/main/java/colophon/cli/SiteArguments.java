package colophon.cli;

import colophon.diag.ProblemPrinter;
import colophon.model.Release;
import colophon.model.Release.Purpose;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What the commands that read a site have in common. */
final class SiteArguments {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder that holds content/. Default: the folder you are in.")
    private Path site;

    @Option(names = "--drafts", description = "Include pages marked as drafts.")
    private boolean drafts;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The day it is for, YYYY-MM-DD: embargoes that end on it or before are over.")
    private String date;

    @Option(names = "--strict", description = "Let warnings stop the build too.")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "How problems are written: text, json (an object a line) or github (annotations). Default: text.")
    private ProblemPrinter format;

    @Option(
            names = "--all",
            description = "Show each warning, also where many are alike. Errors are always shown, before the warnings.")
    private boolean all;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but problems.")
    private boolean quiet;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where the site will be, in place of the address in site.yaml.")
    private String baseUrl;

    Path site(CommandSpec command) {
        if (site.toString().isEmpty()) {
            throw new ParameterException(command.commandLine(), "the name of the folder is empty");
        }
        if (!Files.isDirectory(site)) {
            throw new ParameterException(command.commandLine(), "there is no folder \"" + site + "\"");
        }
        return site;
    }

    /** To publish or check; a preview shows everything. */
    Release release(Purpose purpose, CommandSpec command) {
        return new Release(purpose, drafts || purpose == Purpose.PREVIEW, day(command)).onClock(Today.day());
    }

    private Optional<LocalDate> day(CommandSpec command) {
        Optional<LocalDate> day = Optional.ofNullable(date).flatMap(Release::day);
        if (date != null && day.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "--date: \"" + date + "\" is not a date such as 2026-12-01");
        }
        return day;
    }

    boolean strict() {
        return strict;
    }

    boolean quiet() {
        return quiet;
    }

    Optional<URI> address(CommandSpec command) {
        if (baseUrl == null) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new ParameterException(
                command.commandLine(),
                "--base-url: \"" + baseUrl + "\" is not a web address such as https://example.org/report/");
    }

    ProblemReport report() {
        return new ProblemReport(format, all);
    }
}
