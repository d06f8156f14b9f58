namespace Lossary.Numerics.Tests;

/// <content>Batches of products.</content>
public sealed partial class MatrixProductTests
{
    [Theory]
    [InlineData(1, 3, 4, 5)]
    [InlineData(37, 20, 16, 20)]
    [InlineData(19, 50, 64, 110)]
    [InlineData(2, 170, 170, 170)]
    public void A_batch_has_the_bits_of_its_products(int batch, int rows, int inner, int columns)
    {
        float[] left = Numbers<float>(batch * rows * inner, 21), right = Numbers<float>(batch * inner * columns, 22);
        Matrix<float> a = new(left, rows, inner), b = new(right, inner, columns);
        float[] output = new float[batch * rows * columns];
        float[] workspace = new float[MatrixProduct.BatchWorkspaceLength(batch, in a, in b)];

        MatrixProduct.MultiplyBatch(
            batch, in a, rows * inner, in b, inner * columns, new ProductOutput<float>(output), rows * columns, workspace);

        for (int i = 0; i < batch; i++)
        {
            Matrix<float> one = new(left.AsSpan(i * rows * inner), rows, inner);
            Matrix<float> other = new(right.AsSpan(i * inner * columns), inner, columns);
            float[] expected = Product(one, other, new float[rows * columns], default, false);
            Assert.Equal(expected, output[(i * rows * columns)..((i + 1) * rows * columns)]);
        }
    }

    [Fact]
    public void Heads_of_one_memory_are_a_batch_and_a_factor_may_serve_for_all()
    {
        const int Time = 3, Heads = 2, Width = 4;
        float[] queries = Numbers<float>(Time * Heads * Width, 23), weights = Numbers<float>(Width * Width, 24);
        float[] output = new float[Time * Heads * Width];
        Matrix<float> head = new(queries, Time, Width, Heads * Width), factor = new(weights, Width, Width);
        float[] workspace = new float[MatrixProduct.BatchWorkspaceLength(Heads, in head, in factor)];

        MatrixProduct.MultiplyBatch(
            Heads, in head, Width, in factor, 0, new ProductOutput<float>(output, Heads * Width), Width, workspace);

        // Heads side by side in a row are rows of their own below each other.
        Assert.Equal(Naive(queries, weights, new float[output.Length], Width, Width), output);
    }

    [Fact]
    public void A_batch_that_its_memory_does_not_hold_is_refused()
    {
        float[] four = new float[4];
        ArgumentException wrong = Assert.Throws<ArgumentException>(
            () => MatrixProduct.MultiplyBatch(
                3, new Matrix<float>(four, 1, 2), 2, new Matrix<float>(four, 2, 1), 0, new(new float[3]), 1, new float[1024]));
        Assert.StartsWith("left has 4 elements; 3 matrices, 2 apart, take 6.", wrong.Message, StringComparison.Ordinal);
    }
}
