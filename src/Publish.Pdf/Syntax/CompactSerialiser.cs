using System.Buffers.Binary;

namespace Publish.Pdf.Syntax;

/// <summary>
/// Streams in the open, all other objects together in compressed object streams, the cross-reference as a compressed stream
/// (ISO 32000-1, 7.5.7 and 7.5.8). A third to a half smaller for a tagged book.
/// </summary>
internal sealed class CompactSerialiser : Serialiser
{
    // A reader must inflate a whole object stream to get at one object; larger ones compress little better.
    private const int ObjectsPerStream = 200;

    private const int RowLength = 7;

    /// <inheritdoc />
    protected override void WriteObjects(ObjectTable objects, Trailer trailer, ByteBuffer file)
    {
        var held = new List<int>(objects.Count);
        for (var number = 1; number <= objects.Count; number++)
        {
            if (!objects.IsStream(number))
            {
                held.Add(number);
            }
        }

        var containers = (held.Count + ObjectsPerStream - 1) / ObjectsPerStream;
        var size = objects.Count + 1 + containers + 1;
        var table = new byte[size * RowLength];
        Row(table, 0, type: 0, 0, 0xFFFF);
        var end = file.Length;
        for (var number = 1; number <= objects.Count; number++)
        {
            if (objects.IsStream(number))
            {
                Row(table, number, type: 1, end, 0);
                end += LengthOf(objects, number);
            }
        }

        // What stands after them is made first: then the file's length is known, and it is put together once.
        var rest = new ByteBuffer(1 << 14);
        var writer = new ObjectWriter(rest, objects.Limits, pretty: false);
        for (var i = 0; i < containers; i++)
        {
            var number = objects.Count + 1 + i;
            Row(table, number, type: 1, end + rest.Length, 0);
            var from = i * ObjectsPerStream;
            WriteContainer(objects, held[from..Math.Min(held.Count, from + ObjectsPerStream)], number, table, writer);
        }

        var start = end + rest.Length;
        Row(table, size - 1, type: 1, start, 0);
        WriteCrossReference(table, size, trailer, writer);
        WriteEnd(start, rest);

        file.Expect(end - file.Length + rest.Length);
        for (var number = 1; number <= objects.Count; number++)
        {
            if (objects.IsStream(number))
            {
                WriteObject(objects, number, file);
            }
        }

        file.Add(rest.Written);
    }

    private static void WriteContainer(ObjectTable objects, List<int> held, int container, byte[] table, ObjectWriter writer)
    {
        var index = new ByteBuffer(held.Count * 10);
        var bodies = new ByteBuffer(held.Count * 100);
        for (var i = 0; i < held.Count; i++)
        {
            Row(table, held[i], type: 2, container, i);
            index.AddInteger(held[i]);
            index.Add((byte)' ');
            index.AddInteger(bodies.Length);
            index.Add((byte)' ');
            bodies.Add(objects.Body(held[i]));
            bodies.Add((byte)'\n');
        }

        var first = index.Length;
        index.Add(bodies.Written);
        var data = objects.Settings.Compressed(index.Written);
        writer.Buffer.AddInteger(container);
        writer.Buffer.Add(" 0 obj\n"u8);
        using (var dictionary = writer.Dictionary())
        {
            dictionary.Name("Type"u8, "ObjStm"u8);
            dictionary.Integer("N"u8, held.Count);
            dictionary.Integer("First"u8, first);
            dictionary.Name("Filter"u8, "FlateDecode"u8);
            dictionary.Integer("Length"u8, data.Length);
        }

        AddStream(writer.Buffer, data);
    }

    private static void WriteCrossReference(byte[] table, int size, Trailer trailer, ObjectWriter writer)
    {
        var data = Deflate.Compress(Predicted(table));
        writer.Buffer.AddInteger(size - 1);
        writer.Buffer.Add(" 0 obj\n"u8);
        using (var dictionary = writer.Dictionary())
        {
            dictionary.Name("Type"u8, "XRef"u8);
            trailer.Write(dictionary, size);
            using (var widths = dictionary.Array("W"u8))
            {
                widths.Integer(1);
                widths.Integer(4);
                widths.Integer(2);
            }

            dictionary.Name("Filter"u8, "FlateDecode"u8);
            using (var parameters = dictionary.Dictionary("DecodeParms"u8))
            {
                parameters.Integer("Predictor"u8, 12);
                parameters.Integer("Columns"u8, RowLength);
            }

            dictionary.Integer("Length"u8, data.Length);
        }

        AddStream(writer.Buffer, data);
    }

    // PNG's "up" filter: each row as what it adds to the row before, so that rising offsets turn into small numbers.
    private static byte[] Predicted(byte[] table)
    {
        var rows = table.Length / RowLength;
        var result = new byte[rows * (RowLength + 1)];
        for (var row = 0; row < rows; row++)
        {
            result[row * (RowLength + 1)] = 2;
            for (var i = 0; i < RowLength; i++)
            {
                var at = (row * RowLength) + i;
                var above = row == 0 ? 0 : table[at - RowLength];
                result[(row * (RowLength + 1)) + 1 + i] = (byte)((table[at] - above) & 0xFF);
            }
        }

        return result;
    }

    private static void Row(byte[] table, int number, byte type, int field, int last)
    {
        var row = table.AsSpan(number * RowLength, RowLength);
        row[0] = type;
        BinaryPrimitives.WriteInt32BigEndian(row[1..], field);
        BinaryPrimitives.WriteUInt16BigEndian(row[5..], (ushort)last);
    }

    private static void AddStream(ByteBuffer file, byte[] data)
    {
        file.Add("\nstream\n"u8);
        file.Add(data);
        file.Add("\nendstream\nendobj\n"u8);
    }
}
