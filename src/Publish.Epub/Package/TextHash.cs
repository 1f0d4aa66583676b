using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Publish.Document;

namespace Publish.Epub.Package;

/// <summary>A number that stands for the text of a book: what is read and how pictures are described, without how any of it is shown.</summary>
public static class TextHash
{
    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public static string Of(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(book.Metadata.Title, book.Metadata.Language);
        foreach (var section in Walk.Sections(book))
        {
            Add("section", section.Kind.ToString(), section.NavigationTitle, PlainText.Of(section.Title), PlainText.Of(section.Subtitle), section.Language ?? "");
            foreach (var block in Walk.Blocks(section.Blocks).Concat(Walk.NotesOf(section.Title).SelectMany(n => Walk.Blocks(n.Blocks))))
            {
                Add(block.GetType().Name, block.Language ?? "");
                switch (block)
                {
                    case TextBlock text:
                        Add(block is Heading h ? h.Level.ToString(CultureInfo.InvariantCulture) : "", PlainText.Of(text.Content));
                        foreach (var image in Walk.Inlines(text.Content).OfType<InlineImage>())
                        {
                            Add(image.Picture.AlternativeText);
                        }

                        break;
                    case CodeBlock code:
                        Add(code.Value);
                        break;
                    case Figure figure:
                        Add(figure.Picture.AlternativeText);
                        break;
                    default:
                        break;
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(params ReadOnlySpan<string> texts)
        {
            foreach (var text in texts)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(text));
                hash.AppendData([0]);
            }
        }
    }
}
