using System.Text;

namespace Lossary.Numerics.Tests;

/// <summary>Points of a function with its exact values, from data/reference.bin (mpmath; made by data/make_reference.py).</summary>
/// <param name="Name">The function, and <c>_single</c> or <c>_double</c> for the format that its arguments are exact in.</param>
/// <param name="Rows">Argument or arguments, value rounded to double, value less that.</param>
internal sealed record Reference(string Name, double[][] Rows)
{
    private static readonly Lazy<Dictionary<string, Reference>> All =
        new(() => Read().ToDictionary(reference => reference.Name, StringComparer.Ordinal));

    /// <summary>The points of a function in a format.</summary>
    public static Reference Of(string function, bool single) => All.Value[function + (single ? "_single" : "_double")];

    private static IEnumerable<Reference> Read()
    {
        using BinaryReader reader = new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "reference.bin")));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            string name = Encoding.ASCII.GetString(reader.ReadBytes(reader.ReadInt32()));
            double[][] rows = new double[reader.ReadInt32()][];
            int width = reader.ReadInt32();
            for (int i = 0; i < rows.Length; i++)
            {
                rows[i] = new double[width];
                for (int j = 0; j < width; j++)
                {
                    rows[i][j] = reader.ReadDouble();
                }
            }

            yield return new(name, rows);
        }
    }
}
