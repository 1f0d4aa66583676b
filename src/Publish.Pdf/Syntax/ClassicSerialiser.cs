namespace Publish.Pdf.Syntax;

/// <summary>Every object in the open, a cross-reference table of twenty bytes to an object, a trailer (ISO 32000-1, 7.5.4): any version, any reader.</summary>
internal sealed class ClassicSerialiser : Serialiser
{
    /// <inheritdoc />
    protected override void WriteObjects(ObjectTable objects, Trailer trailer, ByteBuffer file)
    {
        file.Expect(objects.Length + (objects.Count * 45) + 1024);
        var offsets = new int[objects.Count + 1];
        for (var number = 1; number <= objects.Count; number++)
        {
            offsets[number] = file.Length;
            WriteObject(objects, number, file);
        }

        var start = file.Length;
        file.Add("xref\n0 "u8);
        file.AddInteger(objects.Count + 1);
        file.Add("\n0000000000 65535 f \n"u8);
        for (var number = 1; number <= objects.Count; number++)
        {
            var room = file.Room(20);
            var rest = offsets[number];
            for (var i = 9; i >= 0; i--)
            {
                room[i] = (byte)('0' + (rest % 10));
                rest /= 10;
            }

            file.Advance(10);
            file.Add(" 00000 n \n"u8);
        }

        file.Add("trailer\n"u8);
        var writer = new ObjectWriter(file, objects.Limits, objects.Settings.Pretty);
        using (var dictionary = writer.Dictionary())
        {
            trailer.Write(dictionary, objects.Count + 1);
        }

        file.Add((byte)'\n');
        WriteEnd(start, file);
    }
}
