using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Publish.Pdf.Syntax;
using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Pdf.Tests.Syntax;

public partial class SerialiserTests
{
    // What an object of a random file is: a dictionary, an array or a stream, of some size.
    private static readonly Gen<(int Kind, int Size)[]> Objects = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 300]).Array[1, 700];

    [Fact]
    public void Every_offset_of_a_cross_reference_table_finds_its_object() => Objects.Sample(objects =>
    {
        var file = Write(objects, Serialisation.Classic);
        var text = Encoding.Latin1.GetString(file);
        var start = StartOf(text);
        Assert.Equal("xref\n0 ", text.Substring(start, 7));
        var rows = text[(text.IndexOf('\n', start + 5) + 1)..text.IndexOf("trailer", start, StringComparison.Ordinal)];
        Assert.Equal(0, rows.Length % 20);
        Assert.Equal(objects.Length + 1, rows.Length / 20);
        Assert.Equal("0000000000 65535 f \n", rows[..20]);
        for (var number = 1; number <= objects.Length; number++)
        {
            var row = rows.Substring(number * 20, 20);
            Assert.EndsWith(" 00000 n \n", row, StringComparison.Ordinal);
            var offset = int.Parse(row.AsSpan(0, 10), CultureInfo.InvariantCulture);
            Assert.StartsWith($"{number} 0 obj\n", text[offset..], StringComparison.Ordinal);
        }
    }, iter: 40);

    [Fact]
    public void Every_row_of_a_cross_reference_stream_finds_its_object() => Objects.Sample(objects =>
    {
        var file = Write(objects, Serialisation.Compact);
        var text = Encoding.Latin1.GetString(file);
        var rows = Unpredict(Inflate(file, StartOf(text)));
        var indexes = new Dictionary<int, string[]>();
        for (var number = 1; number < rows.Length / 7; number++)
        {
            var row = rows.AsSpan(number * 7, 7);
            var field = BinaryPrimitives.ReadInt32BigEndian(row[1..]);
            var last = BinaryPrimitives.ReadUInt16BigEndian(row[5..]);
            if (row[0] == 1)
            {
                Assert.StartsWith($"{number} 0 obj\n", text[field..], StringComparison.Ordinal);
                continue;
            }

            Assert.Equal(2, row[0]);
            if (!indexes.TryGetValue(field, out var index))
            {
                var container = BinaryPrimitives.ReadInt32BigEndian(rows.AsSpan((field * 7) + 1));
                var data = Encoding.Latin1.GetString(Inflate(file, container));
                var first = int.Parse(First().Match(text, container).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                index = data[..first].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                indexes.Add(field, index);
            }

            Assert.Equal(number.ToString(CultureInfo.InvariantCulture), index[last * 2]);
        }
    }, iter: 40);

    [Theory]
    [InlineData("Classic")]
    [InlineData("Compact")]
    public void Qpdf_reads_both(string name)
    {
        using var scratch = new ScratchFolder();
        var path = scratch.File("file.pdf");
        File.WriteAllBytes(path, TestBookBytes(name));
        Qpdf.Check(path).MustPass();
    }

    [Fact]
    public void An_object_is_written_once()
    {
        var table = new ObjectTable(SyntaxSettings.Default);
        var number = table.Reserve();
        table.Dictionary(number).Dispose();
        Assert.Throws<InvalidOperationException>(() => table.Dictionary(number).Dispose());
    }

    [Fact]
    public void A_reserved_number_must_be_written()
    {
        var table = new ObjectTable(SyntaxSettings.Default);
        var number = table.Reserve();
        Assert.Throws<InvalidOperationException>(() => new ClassicSerialiser().Serialise(table, new Trailer(number, default, new byte[16])));
    }

    [Fact]
    public void Limits_remember_the_largest()
    {
        var table = new ObjectTable(SyntaxSettings.Default);
        using (var dictionary = table.Dictionary(table.Reserve()))
        {
            dictionary.Name("Short"u8, "LongerName"u8);
            dictionary.Text("Text"u8, "twelve bytes");
            dictionary.Integer("N"u8, -70_000);
            using var array = dictionary.Array("A"u8);
            for (var i = 0; i < 9; i++)
            {
                array.Integer(i);
            }
        }

        Assert.Equal((10, 12, 70_000L, 9, 4), (table.Limits.NameLength, table.Limits.StringLength, table.Limits.Integer, table.Limits.ArrayLength, table.Limits.DictionaryLength));
    }

    private static byte[] TestBookBytes(string name) => Specimen.Book().Write(TestBook.ScreenSettings with { Classic = name == "Classic" }).Bytes;

    private static byte[] Write((int Kind, int Size)[] objects, Serialisation serialisation)
    {
        var table = new ObjectTable(SyntaxSettings.Default with { Serialisation = serialisation });
        table.Reserve(objects.Length);
        for (var i = 0; i < objects.Length; i++)
        {
            var number = new ObjectReference(i + 1);
            switch (objects[i].Kind)
            {
                case 0:
                    using (var dictionary = table.Dictionary(number))
                    {
                        dictionary.Text("T"u8, new string('x', objects[i].Size));
                    }

                    break;
                case 1:
                    using (var array = table.Array(number))
                    {
                        array.Reference(number);
                        array.Integer(objects[i].Size);
                    }

                    break;
                default:
                    table.DeflatedStream(number, new byte[objects[i].Size]).Dispose();
                    break;
            }
        }

        return Serialiser.For(table.Settings).Serialise(table, new Trailer(new ObjectReference(1), default, new byte[16]));
    }

    private static int StartOf(string text) => int.Parse(StartMark().Match(text).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private static byte[] Inflate(byte[] file, int offset)
    {
        var data = file.AsSpan(offset).IndexOf("\nstream\n"u8) + offset + 8;
        using var zlib = new ZLibStream(new MemoryStream(file, data, file.Length - data), CompressionMode.Decompress);
        using var result = new MemoryStream();
        zlib.CopyTo(result);
        return result.ToArray();
    }

    private static byte[] Unpredict(byte[] rows)
    {
        var result = new byte[rows.Length / 8 * 7];
        for (var row = 0; row < rows.Length / 8; row++)
        {
            Assert.Equal(2, rows[row * 8]);
            for (var i = 0; i < 7; i++)
            {
                result[(row * 7) + i] = unchecked((byte)(rows[(row * 8) + 1 + i] + (row == 0 ? 0 : result[((row - 1) * 7) + i])));
            }
        }

        return result;
    }

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n$")]
    private static partial Regex StartMark();

    [GeneratedRegex(@"/First (\d+)")]
    private static partial Regex First();
}
