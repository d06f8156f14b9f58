using System.Text;
using Lossary.Data;

namespace Lossary.Studies.Tests;

/// <summary>Tables of classes, from the text that a file would hold.</summary>
internal static class Tables
{
    /// <summary>A table of classes named by letters; rows with semicolons between, numbers with blanks.</summary>
    public static ClassTable OfClasses(string letters, string rows, Func<Stream, string, ClassTable> read) =>
        OfClasses([.. letters.Select(letter => letter.ToString())], rows, read);

    /// <summary>A table of classes of some names.</summary>
    public static ClassTable OfClasses(string[] names, string rows, Func<Stream, string, ClassTable> read)
    {
        IEnumerable<string> lines = rows.Split(';').Select((row, i) => $"{names[i]},{row.Replace(' ', ',')}");
        string text = $"class,{string.Join(',', names)}\n{string.Join('\n', lines)}\n";
        return read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "classes.csv");
    }
}
