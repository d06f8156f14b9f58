using System.Globalization;

namespace Lossary.Data;

/// <summary>Reads one picture of the portable formats PGM and PPM, text (P2, P3) or binary (P5, P6).</summary>
internal sealed class PortableImage
{
    private readonly string _path;
    private readonly byte[] _content;
    private int _place;

    private PortableImage(string path, byte[] content)
    {
        _path = path;
        _content = content;
        string magic = content.Length < 2 ? "" : $"{(char)content[0]}{(char)content[1]}";
        Channels = magic switch
        {
            "P2" or "P5" => 1,
            "P3" or "P6" => 3,
            _ => throw new DataFileException(path, "is no PGM or PPM: it does not start with P2, P3, P5 or P6."),
        };
        _place = 2;
        Width = ReadNumber("its width", 1, 1 << 16);
        Height = ReadNumber("its height", 1, 1 << 16);
        int largest = ReadNumber("its largest value", 1, 255);
        Pixels = magic is "P2" or "P3" ? ReadText(largest) : ReadBinary(largest);
    }

    public int Width { get; }

    public int Height { get; }

    public int Channels { get; }

    /// <summary>0 … 255, <c>[height, width, channels]</c>.</summary>
    public byte[] Pixels { get; }

    private long Needed => (long)Width * Height * Channels;

    public static PortableImage Read(string path)
    {
        try
        {
            return new PortableImage(path, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, exception.Message, inner: exception);
        }
    }

    private byte[] ReadText(int largest)
    {
        // A value takes two bytes at least.
        RequireBytes((2 * Needed) - 1);
        byte[] pixels = new byte[Needed];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = Scaled(ReadNumber("a value", 0, largest), largest);
        }

        return pixels;
    }

    private byte[] ReadBinary(int largest)
    {
        // Exactly one blank stands between the head and the values.
        _place++;
        RequireBytes(Needed);
        byte[] pixels = _content.AsSpan(_place, (int)Needed).ToArray();
        for (int i = 0; largest != 255 && i < pixels.Length; i++)
        {
            pixels[i] = Scaled(Math.Min(pixels[i], largest), largest);
        }

        return pixels;
    }

    private static byte Scaled(int value, int largest) => (byte)(((value * 255) + (largest / 2)) / largest);

    private void RequireBytes(long needed)
    {
        long left = Math.Max(0, _content.Length - _place);
        if (left < needed)
        {
            throw new DataFileException(
                _path, $"is cut off: {Width} x {Height} x {Channels} values need {needed} bytes, it has {left}.");
        }
    }

    private int ReadNumber(string what, int lowest, int highest)
    {
        SkipBlanks();
        int start = _place;
        while (_place < _content.Length && char.IsAsciiDigit((char)_content[_place]))
        {
            _place++;
        }

        bool isNumber = int.TryParse(
            _content.AsSpan(start, _place - start), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return isNumber && number >= lowest && number <= highest
            ? number
            : throw new DataFileException(
                _path, $"at byte {start}: {what} must be a number from {lowest} to {highest}.");
    }

    private void SkipBlanks()
    {
        while (_place < _content.Length && (char.IsWhiteSpace((char)_content[_place]) || _content[_place] == '#'))
        {
            bool isComment = _content[_place] == '#';
            while (isComment && _place + 1 < _content.Length && _content[_place] != '\n')
            {
                _place++;
            }

            _place++;
        }
    }
}
