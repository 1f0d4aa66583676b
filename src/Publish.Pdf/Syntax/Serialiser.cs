namespace Publish.Pdf.Syntax;

/// <summary>Puts the objects of a table down as a file.</summary>
internal abstract class Serialiser
{
    /// <summary>The serialiser that <paramref name="settings"/> ask for.</summary>
    public static Serialiser For(SyntaxSettings settings) =>
        settings.Serialisation == Serialisation.Classic || settings.Pretty ? new ClassicSerialiser() : new CompactSerialiser();

    /// <summary>The file, whole. Every reserved number must have been written.</summary>
    public byte[] Serialise(ObjectTable objects, Trailer trailer)
    {
        for (var number = 1; number <= objects.Count; number++)
        {
            if (!objects.IsWritten(number))
            {
                throw new InvalidOperationException($"Object {number} was reserved and not written.");
            }
        }

        var file = new ByteBuffer(32);
        var version = (int)objects.Settings.Version;
        file.Add("%PDF-"u8);
        file.AddInteger(version / 10);
        file.Add((byte)'.');
        file.AddInteger(version % 10);

        // Four bytes above 127 tell programs that copy files not to take it for text (ISO 32000-1, 7.5.2).
        file.Add([(byte)'\n', (byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        WriteObjects(objects, trailer, file);
        return file.TakeArray();
    }

    /// <summary>Everything after the header; makes room for it first.</summary>
    protected abstract void WriteObjects(ObjectTable objects, Trailer trailer, ByteBuffer file);

    /// <summary>An object between its number and <c>endobj</c>.</summary>
    protected static void WriteObject(ObjectTable objects, int number, ByteBuffer file)
    {
        file.AddInteger(number);
        file.Add(" 0 obj\n"u8);
        objects.AddTo(file, number);
        file.Add("\nendobj\n"u8);
    }

    /// <summary>How many bytes <see cref="WriteObject"/> adds.</summary>
    protected static int LengthOf(ObjectTable objects, int number)
    {
        var digits = 1;
        for (var rest = number; rest >= 10; rest /= 10)
        {
            digits++;
        }

        return digits + " 0 obj\n"u8.Length + objects.LengthOf(number) + "\nendobj\n"u8.Length;
    }

    /// <summary>The last lines.</summary>
    protected static void WriteEnd(int startOfCrossReference, ByteBuffer file)
    {
        file.Add("startxref\n"u8);
        file.AddInteger(startOfCrossReference);
        file.Add("\n%%EOF\n"u8);
    }
}
