namespace Lossary.Tensors.Tests;

public sealed class TensorTests
{
    [Fact]
    public void Memory_starts_on_a_cache_line()
    {
        for (int length = 1; length < 100; length += 7)
        {
            ArraySegment<float> memory = AlignedMemory.Allocate<float>(length);
            Assert.Equal(length, memory.Count);
            Assert.Equal(0, (long)Address(memory) % AlignedMemory.Alignment);
        }
    }

    [Fact]
    public void Numbers_that_do_not_fill_the_shape_are_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => Tensor<float>.Variable(new Shape(2, 3), [1, 2, 3, 4, 5]));
        Assert.Contains("values has 5 elements, the shape [2, 3] holds 6.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_tensor_of_one_element_is_a_scalar() =>
        Assert.Throws<InvalidOperationException>(() => Tensor<float>.Variable(new Shape(2), [1, 2]).Scalar);

    private static unsafe nuint Address(ArraySegment<float> memory)
    {
        fixed (float* start = memory.AsSpan())
        {
            return (nuint)start;
        }
    }
}
