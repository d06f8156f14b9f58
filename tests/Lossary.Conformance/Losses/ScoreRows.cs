namespace Lossary.Conformance;

/// <summary>Where the classes stand in a tensor of scores: last for the library, second for PyTorch.</summary>
/// <remarks>[classes] is one row; [n, classes, d…] is n · d… rows.</remarks>
internal sealed class ScoreRows
{
    private readonly int _inner;

    /// <summary>Reads a shape of scores.</summary>
    public ScoreRows(int[] shape)
    {
        Classes = shape.Length == 1 ? shape[0] : shape[1];
        ValueShape = shape.Length == 1 ? [] : [shape[0], .. shape[2..]];
        _inner = shape.Skip(2).Aggregate(1, (x, y) => x * y);
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The shape of a loss for each row.</summary>
    public int[] ValueShape { get; }

    /// <summary>Row by row, as the library has it.</summary>
    public double[] ToRows(double[] numbers)
    {
        double[] rows = new double[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            rows[InRows(i)] = numbers[i];
        }

        return rows;
    }

    /// <summary>Back to the tensor's own order.</summary>
    public double[] FromRows(double[] rows)
    {
        double[] numbers = new double[rows.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = rows[InRows(i)];
        }

        return numbers;
    }

    private int InRows(int index)
    {
        int sample = index / (Classes * _inner), row = (sample * _inner) + (index % _inner);
        return (row * Classes) + (index / _inner % Classes);
    }
}
