using System.Collections.Immutable;
using UglyToad.PdfPig.Tokens;

namespace Publish.Preflight.Reading;

/// <summary>Walks the content of a page and of the forms it draws, and logs colours, pictures, fonts, lines and what is forbidden somewhere.</summary>
/// <param name="source">The file.</param>
/// <param name="log">Receives what is found.</param>
internal sealed class ContentWalk(PdfSource source, PageLog log)
{
    private readonly SpaceReader _spaces = new(source);
    private readonly PictureReader _pictures = new(source, log);
    private readonly Stack<GraphicsState> _saved = [];
    private readonly List<double> _operands = [];
    private GraphicsState _state = new();
    private Matrix _text = Matrix.Identity;
    private Matrix _line = Matrix.Identity;
    private string _name = "";
    private Box? _path;
    private (double X, double Y) _point;
    private bool _fontMissing;

    /// <summary>Walks a stream.</summary>
    /// <param name="data">Its decoded data.</param>
    /// <param name="resources">Its resources.</param>
    /// <param name="depth">How deep it stands in forms.</param>
    public void Walk(ReadOnlyMemory<byte> data, DictionaryToken? resources, int depth = 0)
    {
        var tokens = new ContentTokens(data);
        while (tokens.Next(out var token))
        {
            switch (token.Kind)
            {
                case ContentTokenKind.Number:
                    _operands.Add(token.Number);
                    break;
                case ContentTokenKind.Name:
                    _name = token.Word;
                    break;
                case ContentTokenKind.Operator:
                    Operate(token.Word, resources, tokens, depth);
                    _operands.Clear();
                    break;
                default:
                    break;
            }
        }
    }

    private double At(int index) => index < _operands.Count ? _operands[index] : 0;

    private void Operate(string name, DictionaryToken? resources, ContentTokens tokens, int depth)
    {
        switch (name)
        {
            case "q":
                if (_saved.Count < 512)
                {
                    _saved.Push(_state with { });
                }

                break;
            case "Q":
                _state = _saved.TryPop(out var saved) ? saved : _state;
                break;
            case "cm" when _operands.Count >= 6:
                _state.Matrix = Operand().Then(_state.Matrix);
                break;
            case "w":
                _state.LineWidth = At(0);
                break;
            case "gs":
                SetState(source.Dictionary(source.Dictionary(resources, "ExtGState"), _name));
                break;
            case "Do":
                Draw(source.Get(source.Dictionary(resources, "XObject"), _name), resources, depth);
                break;
            case "BI":
                _pictures.Inline(tokens.InlineImage, _state, _spaces, resources);
                break;
            case "sh":
                var shading = source.Dictionary(source.Dictionary(resources, "Shading"), _name);
                Log(Purpose.Shading, _spaces.Read(source.Get(shading, "ColorSpace"), resources), [], overprint: false, _state.Matrix.Of(0, 0));
                break;
            default:
                if (!Color(name, resources) && !Text(name, resources))
                {
                    Path(name);
                }

                break;
        }
    }

    private Matrix Operand() => new(At(0), At(1), At(2), At(3), At(4), At(5));

    private bool Color(string name, DictionaryToken? resources)
    {
        switch (name)
        {
            case "g":
                (_state.FillSpace, _state.Fill) = (Space.Gray, [.. _operands]);
                return true;
            case "G":
                (_state.StrokeSpace, _state.Stroke) = (Space.Gray, [.. _operands]);
                return true;
            case "rg":
                (_state.FillSpace, _state.Fill) = (Space.Rgb, [.. _operands]);
                return true;
            case "RG":
                (_state.StrokeSpace, _state.Stroke) = (Space.Rgb, [.. _operands]);
                return true;
            case "k":
                (_state.FillSpace, _state.Fill) = (Space.Cmyk, [.. _operands]);
                return true;
            case "K":
                (_state.StrokeSpace, _state.Stroke) = (Space.Cmyk, [.. _operands]);
                return true;
            case "cs":
                _state.FillSpace = _spaces.Read(NameToken.Create(_name), resources);
                _state.Fill = Initial(_state.FillSpace);
                return true;
            case "CS":
                _state.StrokeSpace = _spaces.Read(NameToken.Create(_name), resources);
                _state.Stroke = Initial(_state.StrokeSpace);
                return true;
            case "sc" or "scn":
                _state.Fill = [.. _operands];
                return true;
            case "SC" or "SCN":
                _state.Stroke = [.. _operands];
                return true;
            default:
                return false;
        }
    }

    private static ImmutableArray<double> Initial(Space space) => space.Kind switch
    {
        SpaceKind.Cmyk => [0, 0, 0, 1],
        SpaceKind.Separation or SpaceKind.DeviceN => [.. Enumerable.Repeat(1.0, space.Components)],
        _ => [.. new double[space.Components]],
    };

    private bool Text(string name, DictionaryToken? resources)
    {
        switch (name)
        {
            case "BT":
                (_text, _line) = (Matrix.Identity, Matrix.Identity);
                return true;
            case "Tf":
                UseFont(source.Dictionary(source.Dictionary(resources, "Font"), _name));
                return true;
            case "Tr":
                _state.RenderingMode = (int)At(0);
                return true;
            case "TL":
                _state.Leading = At(0);
                return true;
            case "Td":
                MoveLine(At(0), At(1));
                return true;
            case "TD":
                _state.Leading = -At(1);
                MoveLine(At(0), At(1));
                return true;
            case "T*":
                MoveLine(0, -_state.Leading);
                return true;
            case "Tm" when _operands.Count >= 6:
                (_text, _line) = (Operand(), Operand());
                return true;
            case "'" or "\"":
                MoveLine(0, -_state.Leading);
                Show();
                return true;
            case "Tj" or "TJ":
                Show();
                return true;
            default:
                return name is "Tc" or "Tw" or "Tz" or "Ts" or "ET" or "Tm";
        }
    }

    private void MoveLine(double x, double y)
    {
        _line = new Matrix(1, 0, 0, 1, x, y).Then(_line);
        _text = _line;
    }

    private void Show()
    {
        var (x, y) = _text.Then(_state.Matrix).Of(0, 0);
        log.Draw(new Box(x, y, x, y));
        if (_fontMissing)
        {
            log.Odd(OddityKind.Unreadable, "text in a font that the page doesn't have", x, y);
        }

        if (_state.RenderingMode is 0 or 2 or 4 or 6)
        {
            Log(Purpose.Text, _state.FillSpace, _state.Fill, _state.OverprintFill, (x, y));
        }

        if (_state.RenderingMode is 1 or 2 or 5 or 6)
        {
            Log(Purpose.Text, _state.StrokeSpace, _state.Stroke, _state.OverprintStroke, (x, y));
        }
    }

    private void Path(string name)
    {
        switch (name)
        {
            case "m" or "l":
                AddPoint(At(0), At(1));
                break;
            case "c":
                AddPoint(At(0), At(1));
                AddPoint(At(2), At(3));
                AddPoint(At(4), At(5));
                break;
            case "v" or "y":
                AddPoint(At(0), At(1));
                AddPoint(At(2), At(3));
                break;
            case "re":
                AddPoint(At(0), At(1));
                AddPoint(At(0) + At(2), At(1) + At(3));
                break;
            case "f" or "F" or "f*":
                PaintPath(fill: true, stroke: false);
                break;
            case "B" or "B*" or "b" or "b*":
                PaintPath(fill: true, stroke: true);
                break;
            case "S" or "s":
                PaintPath(fill: false, stroke: true);
                break;
            case "n":
                _path = null;
                break;
            default:
                break;
        }
    }

    private void AddPoint(double x, double y)
    {
        _point = _state.Matrix.Of(x, y);
        var here = new Box(_point.X, _point.Y, _point.X, _point.Y);
        _path = _path is { } known ? known.With(here) : here;
    }

    private void PaintPath(bool fill, bool stroke)
    {
        if (_path is { } area)
        {
            log.Draw(area);
            if (fill)
            {
                Log(Purpose.Fill, _state.FillSpace, _state.Fill, _state.OverprintFill, (area.Left, area.Bottom));
                if (!stroke)
                {
                    log.Lines.Add(new ThinLine(Math.Min(area.Width, area.Height), area.Left, area.Bottom));
                }
            }

            if (stroke)
            {
                Log(Purpose.Stroke, _state.StrokeSpace, _state.Stroke, _state.OverprintStroke, (area.Left, area.Bottom));
                log.Lines.Add(new ThinLine(_state.LineWidth * _state.Matrix.Scale, area.Left, area.Bottom));
            }
        }

        _path = null;
    }

    private void Log(Purpose purpose, Space space, ImmutableArray<double> color, bool overprint, (double X, double Y) place) =>
        log.Paint(new Paint(purpose, space, color, overprint, place.X, place.Y));

    private void UseFont(DictionaryToken? font)
    {
        _fontMissing = font is null;
        if (font is not null)
        {
            log.Font(FontReader.Read(source, font));
        }
    }

    private void SetState(DictionaryToken? state)
    {
        if (state is null)
        {
            return;
        }

        if (source.Number(state, "LW") is { } width)
        {
            _state.LineWidth = width;
        }

        if (source.Array(state, "Font") is { } font)
        {
            UseFont(source.Items(font).OfType<DictionaryToken>().FirstOrDefault());
        }

        if (source.Has(state, "OP"))
        {
            _state.OverprintStroke = source.Flag(state, "OP");
            _state.OverprintFill = source.Has(state, "op") ? source.Flag(state, "op") : _state.OverprintStroke;
        }

        if (source.Has(state, "op"))
        {
            _state.OverprintFill = source.Flag(state, "op");
        }

        foreach (var key in new[] { "CA", "ca" })
        {
            if (source.Number(state, key) is { } alpha && alpha < 1)
            {
                log.Odd(OddityKind.Transparency, $"opacity of {alpha.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)}");
            }
        }

        if (source.Get(state, "SMask") is DictionaryToken)
        {
            log.Odd(OddityKind.Transparency, "a soft mask");
        }

        var mode = source.Get(state, "BM") is ArrayToken modes ? source.Items(modes).OfType<NameToken>().FirstOrDefault()?.Data : source.Name(state, "BM");
        if (mode is not (null or "Normal" or "Compatible"))
        {
            log.Odd(OddityKind.Transparency, $"blend mode {mode}");
        }

        if (source.Has(state, "TR") || (source.Get(state, "TR2") is { } transfer && transfer is not NameToken { Data: "Default" }))
        {
            log.Odd(OddityKind.Transfer, "a transfer function");
        }

        if (source.Has(state, "HTP"))
        {
            log.Odd(OddityKind.Halftone, "a halftone phase");
        }
    }

    private void Draw(IToken? token, DictionaryToken? resources, int depth)
    {
        if (token is not StreamToken stream)
        {
            return;
        }

        var dictionary = stream.StreamDictionary;
        if (source.Has(dictionary, "OPI"))
        {
            log.Odd(OddityKind.Opi, "a picture to be replaced by the printer (OPI)");
        }

        if (source.Has(dictionary, "OC"))
        {
            log.Odd(OddityKind.OptionalContent, "content of a layer");
        }

        switch (source.Name(dictionary, "Subtype"))
        {
            case "Image":
                _pictures.Read(stream, _state, _spaces, resources);
                break;
            case "PS":
                log.Odd(OddityKind.PostScript, "a PostScript program");
                break;
            case "Form" when depth < PdfSource.DepthLimit:
                Form(stream, resources, depth);
                break;
            default:
                break;
        }
    }

    private void Form(StreamToken stream, DictionaryToken? resources, int depth)
    {
        var dictionary = stream.StreamDictionary;
        if (source.Name(dictionary, "Subtype2") == "PS")
        {
            log.Odd(OddityKind.PostScript, "a PostScript program");
        }

        if (source.Dictionary(dictionary, "Group") is { } group && source.Name(group, "S") == "Transparency")
        {
            if (source.Get(group, "CS") is { } space)
            {
                log.Blends.Add(_spaces.Read(space, source.Dictionary(dictionary, "Resources") ?? resources));
            }

            log.Odd(OddityKind.Transparency, "a transparency group");
        }

        FilterLog.Read(source, dictionary, log);
        if (source.Data(stream) is not { } data)
        {
            log.Odd(OddityKind.Unreadable, "a form that can't be decoded");
            return;
        }

        var kept = _state;
        _state = _state with { };
        if (source.Numbers(source.Array(dictionary, "Matrix")) is [var a, var b, var c, var d, var e, var f])
        {
            _state.Matrix = new Matrix(a, b, c, d, e, f).Then(_state.Matrix);
        }

        var operands = _operands.ToArray();
        var count = _saved.Count;
        _operands.Clear();
        Walk(data, source.Dictionary(dictionary, "Resources") ?? resources, depth + 1);
        while (_saved.Count > count)
        {
            _saved.Pop();
        }

        _operands.Clear();
        _operands.AddRange(operands);
        _state = kept;
    }
}
