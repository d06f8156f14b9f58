using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Inputs of losses of embeddings, written short.</summary>
internal static class Embeddings
{
    /// <summary>A variable of so many columns.</summary>
    public static Tensor<double> Rows(int columns, params double[] values) =>
        Tensor<double>.Variable(new Shape(values.Length / columns, columns), values);

    /// <summary>A constant vector: labels, targets.</summary>
    public static Tensor<double> Vector(params double[] values) => new(new Shape(values.Length), values);

    /// <summary>Numbers that look random and are the same everywhere.</summary>
    public static Tensor<double> Waves(int rows, int columns, double phase) =>
        Rows(columns, [.. Enumerable.Range(0, rows * columns).Select(i => Math.Sin((12.9898 * i) + phase) * 2)]);

    /// <summary>Fails where numbers differ by more than a share of the largest.</summary>
    public static void CheckClose(double[] expected, double[] actual, double precision, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
        {
            Close.Check(expected[i], actual[i], 0, precision * scale, $"{what}[{i}]");
        }
    }

    /// <summary>The Euclidean distance of two rows.</summary>
    public static double Distance(Tensor<double> rows, int i, int j)
    {
        int width = rows.Shape[1];
        return Math.Sqrt(Enumerable.Range(0, width)
            .Sum(k => Math.Pow(rows.Values[(i * width) + k] - rows.Values[(j * width) + k], 2)));
    }

    /// <summary>The cosine of two rows.</summary>
    public static double Cosine(Tensor<double> left, int i, Tensor<double> right, int j)
    {
        ReadOnlySpan<double> x = left.Values.Slice(i * left.Shape[1], left.Shape[1]);
        ReadOnlySpan<double> y = right.Values.Slice(j * left.Shape[1], left.Shape[1]);
        return Dot(x, y) / Math.Sqrt(Dot(x, x) * Dot(y, y));
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int k = 0; k < x.Length; k++)
        {
            sum += x[k] * y[k];
        }

        return sum;
    }
}
