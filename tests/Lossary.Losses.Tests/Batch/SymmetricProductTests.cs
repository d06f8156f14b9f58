using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SymmetricProductTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 5)]
    [InlineData(31, 16)]
    [InlineData(65, 40)]
    [InlineData(200, 128)]
    [InlineData(301, 400)]
    public void It_has_the_bits_of_the_whole_product(int order, int width)
    {
        HoldsFor<float>(order, width);
        HoldsFor<double>(order, width);
    }

    private static void HoldsFor<T>(int order, int width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RandomStream random = new(7);
        T[] values = new T[order * width], whole = new T[order * order], half = new T[order * order];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = T.CreateTruncating((2 * random.NextDouble()) - 1);
        }

        Tape<T> tape = new();
        Matrix<T> rows = new(values, order, width), columns = rows.Transposed;
        T[] workspace = new T[MatrixProduct.WorkspaceLength(in rows, in columns)];
        MatrixProduct.Multiply(in rows, in columns, new ProductOutput<T>(whole), workspace);
        SymmetricProduct.Run(in rows, half, tape);
        Assert.Equal(whole, half);
    }
}
