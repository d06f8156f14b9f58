using Lossary.Numerics;

namespace Lossary.Losses.Tests;

public sealed unsafe class SymmetricTilesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(33)]
    [InlineData(100)]
    public void Each_element_becomes_the_sum_of_both_of_its_places(int order)
    {
        float[] before = Numbers(order), after = [.. before];
        fixed (float* square = after)
        {
            SymmetricTiles<float>.Add(square, order);
        }

        for (int i = 0; i < before.Length; i++)
        {
            Assert.Equal(before[i] + before[(i % order * order) + (i / order)], after[i]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(97)]
    public void What_is_left_of_the_diagonal_becomes_what_is_right_of_it(int order)
    {
        double[] square = [.. Numbers(order).Select(number => (double)number)], before = [.. square];
        fixed (double* memory = square)
        {
            SymmetricTiles<double>.Mirror(memory, order);
        }

        for (int i = 0; i < square.Length; i++)
        {
            int row = i / order, column = i % order;
            double expected = row > column ? before[(column * order) + row] : before[i];
            Assert.Equal(expected, square[i]);
        }
    }

    private static float[] Numbers(int order)
    {
        float[] numbers = new float[order * order];
        new RandomStream(3).FillNormal(numbers);
        return numbers;
    }
}
