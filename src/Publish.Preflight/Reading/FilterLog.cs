using UglyToad.PdfPig.Tokens;

namespace Publish.Preflight.Reading;

/// <summary>Logs the filters of a stream that some standard forbids.</summary>
internal static class FilterLog
{
    /// <summary>Reads them.</summary>
    public static void Read(PdfSource source, DictionaryToken stream, PageLog log)
    {
        foreach (var filter in source.Filters(stream))
        {
            switch (filter)
            {
                case "LZWDecode" or "LZW":
                    log.Odd(OddityKind.Lzw, "a stream packed with LZW");
                    break;
                case "JPXDecode":
                    log.Odd(OddityKind.Jpx, "a JPEG 2000 picture");
                    break;
                default:
                    break;
            }
        }
    }
}
