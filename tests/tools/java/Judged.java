import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a judge of PDF files found: one JSON array, an object for each file, and the exit code that goes with it. */
final class Judged {
    private final String tool;
    private final List<String> files = new ArrayList<>();
    private List<String> findings;
    private String file;
    private boolean passed = true;

    Judged(String tool) {
        this.tool = tool;
    }

    /** Starts the next file. */
    void begin(String path) {
        close();
        file = path;
        findings = new ArrayList<>();
    }

    /** Adds a finding to the file; where may be null. */
    void find(String code, String message, String where) {
        passed = false;
        findings.add("{\"severity\":\"error\",\"code\":" + quoted(code) + ",\"message\":" + quoted(message) + ",\"where\":" + quoted(where) + "}");
    }

    /** Writes everything and ends the program. */
    void end() {
        close();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("[" + String.join(",\n", files) + "]");
        System.exit(passed ? 0 : 1);
    }

    private void close() {
        if (file != null)
            files.add("{\"tool\":" + quoted(tool) + ",\"file\":" + quoted(file) + ",\"passed\":" + findings.isEmpty()
                + ",\"findings\":[" + String.join(",\n ", findings) + "]}");
    }

    private static String quoted(String text) {
        if (text == null) return "null";
        var json = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') json.append('\\').append(character);
            else if (character < ' ') json.append(String.format("\\u%04x", (int) character));
            else json.append(character);
        }
        return json.append('"').toString();
    }
}
