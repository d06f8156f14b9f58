using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>The rows that the baseline fit sees, encoded and dealt to folds.</summary>
internal sealed class BaselineRows
{
    /// <summary>Cells of features that are held at most: of a very wide table fewer rows are drawn.</summary>
    private const int MostCells = 16_000_000;

    private BaselineRows(int[] positions, int[] foldOf, float[] features, int width)
    {
        Positions = positions;
        FoldOf = foldOf;
        Features = features;
        Width = width;
        All = [.. Enumerable.Range(0, positions.Length)];
    }

    /// <summary>Positions in the target, ascending, [count].</summary>
    public int[] Positions { get; }

    /// <summary>The fold that predicts each row, [count].</summary>
    public int[] FoldOf { get; }

    /// <summary>Shape [count, width].</summary>
    public float[] Features { get; }

    /// <summary>Features of a row.</summary>
    public int Width { get; }

    public int Count => Positions.Length;

    /// <summary>0, 1, …, count − 1.</summary>
    public int[] All { get; }

    /// <summary>Draws rows, encodes them and deals them to folds; classes are dealt evenly.</summary>
    /// <exception cref="DataFileException">No column can serve as a feature.</exception>
    public static BaselineRows Draw(Table table, Target target, ProfileOptions options, RandomStream random)
    {
        int[] order = [.. Enumerable.Range(0, target.Count)];
        random.Shuffle(order.AsSpan());
        int most = Math.Clamp(MostCells / table.Columns.Count, options.FewestBaselineRows, options.BaselineRows);
        int[] drawn = order[..int.Min(most, order.Length)];
        if (target.IsClass)
        {
            int[] classes = target.Classes.ToArray();
            drawn = [.. drawn.OrderBy(position => classes[position])];
        }

        (int Position, int Fold)[] dealt =
            [.. drawn.Select((position, i) => (position, i % options.Folds)).OrderBy(pair => pair.position)];
        int[] positions = [.. dealt.Select(pair => pair.Position)];
        int[] tableRows = target.RowsAt(positions);
        FeatureEncoder encoder = FeatureEncoder.Fit(table, target.Name, tableRows);
        return new(positions, [.. dealt.Select(pair => pair.Fold)], encoder.Encode(table, tableRows), encoder.Width);
    }

    /// <summary>Some of the features, [count, columns].</summary>
    public float[] Select(int[] columns)
    {
        if (columns.Length == Width)
        {
            return Features;
        }

        float[] selected = new float[Count * columns.Length];
        for (int row = 0; row < Count; row++)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                selected[(row * columns.Length) + i] = Features[(row * Width) + columns[i]];
            }
        }

        return selected;
    }
}
