using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Lossary.Data;

/// <summary>A delimited file's bytes, known to be readable text: hashed, and opened as often as needed.</summary>
internal sealed class CsvSource
{
    private readonly ReadOnlyMemory<byte> _text;

    public CsvSource(string file, byte[] bytes)
    {
        File = file;
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
        _text = bytes.AsMemory(bytes.AsSpan().StartsWith(mark) ? mark.Length : 0);
        RefuseWhatIsNoText();
    }

    public string File { get; }

    /// <summary>SHA-256 of all bytes, lower-case hexadecimal.</summary>
    public string Hash { get; }

    public CsvRecords Open() => new(File, _text);

    private void RefuseWhatIsNoText()
    {
        ReadOnlySpan<byte> text = _text.Span;
        if (text.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new DataFileException(File, "the file is empty; a header line and data lines were expected.");
        }

        if (text.StartsWith("PK\u0003\u0004"u8))
        {
            throw new DataFileException(File, "this is a zip archive or a spreadsheet; export it as CSV first.");
        }

        if (text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || text.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new DataFileException(File, "the text is UTF-16; save the file as UTF-8.");
        }

        int nul = text.IndexOf((byte)0);
        if (nul >= 0)
        {
            throw new DataFileException(File, "holds a NUL byte, so this is no text file.", LineOf(nul));
        }

        if (!Utf8.IsValid(text))
        {
            int bad = FirstInvalid(text);
            throw new DataFileException(
                File, $"byte 0x{text[bad]:X2} is not valid UTF-8; save the file as UTF-8.", LineOf(bad));
        }
    }

    private int LineOf(int position) => _text.Span[..position].Count((byte)'\n') + 1;

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int position = 0;
        while (Rune.DecodeFromUtf8(text[position..], out _, out int consumed) == System.Buffers.OperationStatus.Done)
        {
            position += consumed;
        }

        return position;
    }
}
