namespace Lossary.Data;

/// <summary>The classes of a target and the class of each of its rows.</summary>
/// <param name="Names">The classes' names by code.</param>
/// <param name="Codes">[rows].</param>
/// <param name="Counts">Rows of each class.</param>
internal sealed record Levels(string[] Names, int[] Codes, int[] Counts)
{
    private const int ListedNames = 6;

    /// <summary>The first few names, for messages.</summary>
    public string Listed =>
        string.Join(", ", Names.Take(ListedNames)) + (Names.Length > ListedNames ? ", …" : "");

    /// <summary>Classes named by numbers, in the numbers' order.</summary>
    public static Levels OfNumbers(Column column, int[] rows)
    {
        double[] present = [.. rows.Select(row => column.Numbers[row])];
        double[] levels = [.. present.Distinct().Order()];
        return Of(
            [.. levels.Select(level => level.ToString(Invariant))],
            [.. present.Select(value => Array.BinarySearch(levels, value))]);
    }

    /// <summary>Classes named by texts, in the column's order.</summary>
    public static Levels OfTexts(Column column, int[] rows) =>
        Of([.. column.Levels], [.. rows.Select(row => column.Codes[row])]);

    /// <summary>The same with the two classes' codes swapped.</summary>
    public Levels Swapped() => Of([Names[1], Names[0]], [.. Codes.Select(code => 1 - code)]);

    private static Levels Of(string[] names, int[] codes)
    {
        int[] counts = new int[names.Length];
        foreach (int code in codes)
        {
            counts[code]++;
        }

        return new Levels(names, codes, counts);
    }
}
