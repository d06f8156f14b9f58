using System.Globalization;
using System.Text;
using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Studies.Tests;

/// <summary>Data whose truth is known because it was planted.</summary>
internal static class Planted
{
    /// <summary>y = 3a − 2b + c + noise(row), four features of which the last is of no use.</summary>
    public static Table Linear(int rows, ulong seed, Func<RandomStream, double> noise)
    {
        RandomStream random = new(seed);
        StringBuilder text = new("a,b,c,d,y\n");
        for (int i = 0; i < rows; i++)
        {
            double a = random.NextNormal(), b = random.NextNormal(), c = random.NextNormal(), d = random.NextNormal();
            double y = (3 * a) - (2 * b) + c + noise(random);
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{c:R},{d:R},{y:R}\n");
        }

        return Read(text);
    }

    /// <summary>Two classes, the positive one with probability σ(2a − b).</summary>
    public static Table TwoClasses(int rows, ulong seed)
    {
        RandomStream random = new(seed);
        StringBuilder text = new("a,b,y\n");
        for (int i = 0; i < rows; i++)
        {
            double a = random.NextNormal(), b = random.NextNormal();
            string y = random.NextDouble() < RealFunctions.Sigmoid((2 * a) - b) ? "yes" : "no";
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{y}\n");
        }

        return Read(text);
    }

    /// <summary>Two classes, the positive one with probability σ(2a − b − 3): about one row in eight.</summary>
    public static Table Imbalanced(int rows, ulong seed)
    {
        RandomStream random = new(seed);
        StringBuilder text = new("a,b,y\n");
        for (int i = 0; i < rows; i++)
        {
            double a = random.NextNormal(), b = random.NextNormal();
            string y = random.NextDouble() < RealFunctions.Sigmoid((2 * a) - b - 3) ? "yes" : "no";
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{y}\n");
        }

        return Read(text);
    }

    /// <summary>Three classes, told apart by a and b with some overlap.</summary>
    public static Table ThreeClasses(int rows, ulong seed)
    {
        RandomStream random = new(seed);
        StringBuilder text = new("a,b,y\n");
        for (int i = 0; i < rows; i++)
        {
            int k = random.NextInt(3);
            double a = random.NextNormal() + (2 * k), b = random.NextNormal() - (k == 1 ? 2 : 0);
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{"xyz"[k]}\n");
        }

        return Read(text);
    }

    /// <summary>Proportions σ(2a − b) with an error of 0.05 at most, cut off at 0 and 1.</summary>
    public static Table Proportions(int rows, ulong seed)
    {
        RandomStream random = new(seed);
        StringBuilder text = new("a,b,y\n");
        for (int i = 0; i < rows; i++)
        {
            double a = random.NextNormal(), b = random.NextNormal();
            double y = Math.Clamp(RealFunctions.Sigmoid((2 * a) - b) + (0.1 * (random.NextDouble() - 0.5)), 0, 1);
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{y:R}\n");
        }

        return Read(text);
    }

    /// <summary>Counts with the mean exp(a/2); many are 0.</summary>
    public static Table SmallCounts(int rows, ulong seed)
    {
        RandomStream random = new(seed);
        StringBuilder text = new("a,y\n");
        for (int i = 0; i < rows; i++)
        {
            double a = random.NextNormal(), reached = random.NextDouble(), limit = Math.Exp(-Math.Exp(a / 2));
            int count = 0;
            for (; reached > limit; count++)
            {
                reached *= random.NextDouble();
            }

            text.Append(CultureInfo.InvariantCulture, $"{a:R},{count}\n");
        }

        return Read(text);
    }

    /// <summary>Noise, with a class that only the first few rows have.</summary>
    public static Table RareClass(int rows, int members, ulong seed)
    {
        RandomStream random = new(seed);
        StringBuilder text = new("a,b,y\n");
        for (int i = 0; i < rows; i++)
        {
            double a = random.NextNormal(), b = random.NextNormal();
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{(i < members ? "yes" : "no")}\n");
        }

        return Read(text);
    }

    /// <summary>The same table with other targets in some rows.</summary>
    public static Table WithTargets(Table table, IEnumerable<int> rows, Func<int, double> targets)
    {
        HashSet<int> changed = [.. rows];
        string[] names = [.. table.Columns.Select(column => column.Name)];
        StringBuilder text = new(string.Join(',', names) + "\n");
        for (int row = 0; row < table.RowCount; row++)
        {
            string[] cells =
            [
                .. names.Select(name => (name == "y" && changed.Contains(row) ? targets(row) : table.Column(name).Numbers[row])
                    .ToString("R", CultureInfo.InvariantCulture)),
            ];
            text.Append(string.Join(',', cells) + "\n");
        }

        return Read(text);
    }

    /// <summary>The same table with its first rows once more at its end.</summary>
    public static Table Repeated(Table table, int rows)
    {
        string[] names = [.. table.Columns.Select(column => column.Name)];
        StringBuilder text = new(string.Join(',', names) + "\n");
        foreach (int row in Enumerable.Range(0, table.RowCount).Concat(Enumerable.Range(0, rows)))
        {
            text.Append(string.Join(
                ',', names.Select(name => table.Column(name).Numbers[row].ToString("R", CultureInfo.InvariantCulture))) + "\n");
        }

        return Read(text);
    }

    private static Table Read(StringBuilder text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text.ToString()));
        return CsvFile.Read(stream, "planted.csv");
    }
}
