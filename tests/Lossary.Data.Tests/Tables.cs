using System.Text;

namespace Lossary.Data.Tests;

/// <summary>Tables from text, and row numbers, for tests.</summary>
internal static class Tables
{
    public const string File = "houses.csv";

    public static Table Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static Table Read(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return CsvFile.Read(stream, File);
    }

    /// <summary>A table of one column <c>y</c> beside a feature <c>x</c> that counts up.</summary>
    public static Table OfTargets(IEnumerable<string> targets) =>
        Read("x,y\n" + string.Concat(targets.Select((target, i) => $"{i}.5,{target}\n")));

    public static int[] AllRows(Table table) => [.. Enumerable.Range(0, table.RowCount)];

    public static DataFileException Refusal(Action action) => Assert.Throws<DataFileException>(action);
}
