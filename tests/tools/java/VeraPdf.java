import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Validates PDF files against one flavour that veraPDF knows (1b 2a 2b 2u 3a ua1 ua2 and the others) and writes, as JSON,
 * each rule that fails with how often it fails and where it fails first.
 */
public final class VeraPdf {
    private VeraPdf() { }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println("usage: VeraPdf FLAVOUR FILE.pdf ...");
            System.exit(2);
        }
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        var flavour = PDFAFlavour.byFlavourId(arguments[0]);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            System.err.println("unknown flavour: " + arguments[0]);
            System.exit(2);
        }
        var judged = new Judged("veraPDF " + arguments[0]);
        for (int file = 1; file < arguments.length; file++) judge(arguments[file], flavour, judged);
        judged.end();
    }

    private static void judge(String file, PDFAFlavour flavour, Judged judged) {
        judged.begin(file);
        try (var stream = new FileInputStream(file);
             var parser = Foundries.defaultInstance().createParser(stream, flavour);
             var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            Map<String, TestAssertion> first = new LinkedHashMap<>();
            Map<String, Integer> count = new LinkedHashMap<>();
            for (var assertion : result.getTestAssertions()) {
                if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
                var rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                first.putIfAbsent(rule, assertion);
                count.merge(rule, 1, Integer::sum);
            }
            first.forEach((rule, assertion) ->
                judged.find(rule, count.get(rule) + " x " + assertion.getMessage(), assertion.getLocation().getContext()));
            if (first.isEmpty() && !result.isCompliant()) judged.find("not-compliant", "veraPDF names no rule", null);
        } catch (Exception broken) {
            judged.find("unreadable", broken.toString(), null);
        }
    }
}
