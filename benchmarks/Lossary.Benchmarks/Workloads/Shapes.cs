using System.Globalization;

namespace Lossary.Benchmarks;

/// <summary>Sizes as benchmarks name them: 1e4 for samples, 4096x10 for rows and classes.</summary>
internal static class Shapes
{
    /// <summary>Rows and classes; null where the size is a plain number of samples.</summary>
    public static (int Rows, int Classes)? RowsOf(string size)
    {
        string[] parts = size.Split('x');
        return parts.Length == 2 ? (LengthOf(parts[0]), LengthOf(parts[1])) : null;
    }

    public static int LengthOf(string size) => (int)double.Parse(size, CultureInfo.InvariantCulture);
}
