import java.io.File;
import org.apache.pdfbox.preflight.Format;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Validates PDF files against PDF/A-1b with PDFBox's Preflight and writes, as JSON, each error it finds. */
public final class Preflight {
    private Preflight() { }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1) {
            System.err.println("usage: Preflight FILE.pdf ...");
            System.exit(2);
        }
        java.util.logging.LogManager.getLogManager().reset();
        var judged = new Judged("PDFBox Preflight PDF/A-1b");
        for (String file : arguments) {
            judged.begin(file);
            try {
                report(validate(new File(file)), judged);
            } catch (Exception broken) {
                judged.find("unreadable", broken.toString(), null);
            }
        }
        judged.end();
    }

    private static ValidationResult validate(File file) throws Exception {
        var parser = new PreflightParser(file);
        try {
            parser.parse(Format.PDF_A1B);
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                return document.getResult();
            }
        } catch (SyntaxValidationException broken) {
            return broken.getResult();
        }
    }

    private static void report(ValidationResult result, Judged judged) {
        for (var error : result.getErrorsList())
            judged.find(error.getErrorCode(), error.getDetails(), error.getPageNumber() == null ? null : "page " + (error.getPageNumber() + 1));
        if (result.getErrorsList().isEmpty() && !result.isValid()) judged.find("not-valid", "Preflight names no error", null);
    }
}
