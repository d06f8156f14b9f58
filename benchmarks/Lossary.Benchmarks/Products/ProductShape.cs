using Lossary.Numerics;

namespace Lossary.Benchmarks;

/// <summary>A matrix product in floats: its sizes, and which factors lie transposed.</summary>
internal sealed record ProductShape(int Rows, int Inner, int Columns, bool CrossesLeft, bool CrossesRight)
{
    /// <summary>Squares, the layers of a 784-512-10 network, convolutions as products, a recurrent step, tiny ones.</summary>
    public static IReadOnlyList<ProductShape> All { get; } =
    [
        new(256, 256, 256, false, false), new(512, 512, 512, false, false), new(1024, 1024, 1024, false, false),
        new(2048, 2048, 2048, false, false), new(128, 784, 512, false, false), new(128, 784, 512, false, true),
        new(784, 128, 512, true, false), new(128, 512, 784, false, true), new(128, 512, 10, false, false),
        new(128, 512, 10, false, true), new(512, 128, 10, true, false), new(64, 288, 12544, false, false),
        new(64, 12544, 288, false, true), new(288, 64, 12544, true, false), new(64, 128, 512, false, true),
        new(32, 13, 64, false, false), new(32, 64, 32, false, false),
    ];

    public double Operations => 2.0 * Rows * Inner * Columns;

    /// <summary>As the peer names it: <c>128x784x512 NT</c>.</summary>
    public override string ToString() =>
        $"{Rows}x{Inner}x{Columns} {(CrossesLeft ? 'T' : 'N')}{(CrossesRight ? 'T' : 'N')}";

    /// <summary>A call that computes the product into the same memory each time.</summary>
    public Func<double> Call()
    {
        float[] left = Numbers(Rows * Inner), right = Numbers(Inner * Columns), output = Numbers(Rows * Columns);
        float[] workspace = Memory(MatrixProduct.WorkspaceLength(Left(left), Right(right)));
        return () =>
        {
            Matrix<float> a = Left(left), b = Right(right);
            ProductOutput<float> c = new(output);
            MatrixProduct.Multiply(in a, in b, in c, workspace);
            return output[0];
        };
    }

    private Matrix<float> Left(float[] values) =>
        CrossesLeft ? new Matrix<float>(values, Inner, Rows).Transposed : new(values, Rows, Inner);

    private Matrix<float> Right(float[] values) =>
        CrossesRight ? new Matrix<float>(values, Columns, Inner).Transposed : new(values, Inner, Columns);

    /// <summary>As the peer's.</summary>
    private static float[] Numbers(int count)
    {
        float[] numbers = Memory(count);
        for (int i = 0; i < count; i++)
        {
            numbers[i] = ((i % 7) * 0.25f) - 0.75f;
        }

        return numbers;
    }

    private static float[] Memory(int count) => GC.AllocateUninitializedArray<float>(count, pinned: true);
}
