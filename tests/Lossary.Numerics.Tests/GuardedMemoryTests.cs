using System.Numerics;
using Lossary.Tests.Shared;

namespace Lossary.Numerics.Tests;

/// <summary>No kernel touches anything beyond what it is given, its workspace included.</summary>
public sealed class GuardedMemoryTests
{
    [Theory]
    [MemberData(nameof(MatrixProductTests.Sizes), MemberType = typeof(MatrixProductTests))]
    [MemberData(nameof(MatrixProductTests.LargeSizes), MemberType = typeof(MatrixProductTests))]
    public void Matrix_products_stay_within_their_arrays(int rows, int inner, int columns)
    {
        foreach (bool isAtEnd in GuardedMemory.Ends)
        {
            Multiply<float>(rows, inner, columns, isAtEnd);
            Multiply<double>(rows, inner, columns, isAtEnd);
        }
    }

    [Theory]
    [MemberData(nameof(ConvolutionTests.Shapes), MemberType = typeof(ConvolutionTests))]
    public void Convolutions_stay_within_their_arrays(ConvolutionShape shape)
    {
        foreach (bool isAtEnd in GuardedMemory.Ends)
        {
            Convolve<float>(shape, isAtEnd);
            Convolve<double>(shape, isAtEnd);
        }
    }

    [Theory]
    [MemberData(nameof(PoolingTests.Shapes), MemberType = typeof(PoolingTests))]
    public void Pools_stay_within_their_arrays(PoolingShape shape)
    {
        foreach (bool isAtEnd in GuardedMemory.Ends)
        {
            using Arrays<float> arrays = new(isAtEnd);
            Span<float> input = arrays.Ones(shape.InputLength), output = arrays.Ones(shape.OutputLength);
            Span<float> upstream = arrays.Ones(shape.OutputLength), gradient = arrays.Ones(shape.InputLength);
            Pooling.Maximum<float>(in shape, input, output);
            Pooling.MaximumGradient<float>(in shape, input, output, upstream, gradient);
            Pooling.Average<float>(in shape, input, output);
            Pooling.AverageGradient<float>(in shape, upstream, gradient);
            Assert.False(output.Contains(float.NaN));
        }
    }

    [Theory]
    [MemberData(nameof(RealFourierTransformTests.Lengths), MemberType = typeof(RealFourierTransformTests))]
    public void Fourier_transforms_stay_within_their_arrays(int length)
    {
        foreach (bool isAtEnd in GuardedMemory.Ends)
        {
            RealFourierTransform<float> transform = RealFourierTransform<float>.Of(length);
            foreach (int rows in (int[])[1, 2, RealFourierTransform<float>.RowsAtOnce])
            {
                using Arrays<float> arrays = new(isAtEnd);
                Span<float> numbers = arrays.Ones(rows * length), workspace = arrays.Ones(transform.WorkspaceLength);
                Span<float> real = arrays.Ones(rows * transform.Frequencies);
                Span<float> imaginary = arrays.Ones(rows * transform.Frequencies);
                transform.Forward(numbers, real, imaginary, workspace);
                transform.Transposed(real, imaginary, numbers, workspace);
                Assert.Equal(length, real[0], 1e-4 * length);
            }
        }
    }

    private static void Multiply<T>(int rows, int inner, int columns, bool isAtEnd)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Arrays<T> arrays = new(isAtEnd);
        Span<T> left = arrays.Ones(rows * inner), right = arrays.Ones(inner * columns);
        Span<T> output = arrays.Ones(rows * columns);
        foreach (bool isLeftCrossed in (bool[])[false, true])
        {
            foreach (bool isRightCrossed in (bool[])[false, true])
            {
                Matrix<T> a = isLeftCrossed ? new Matrix<T>(left, inner, rows).Transposed : new(left, rows, inner);
                Matrix<T> b = isRightCrossed
                    ? new Matrix<T>(right, columns, inner).Transposed
                    : new(right, inner, columns);
                Span<T> workspace = arrays.Ones(MatrixProduct.WorkspaceLength(in a, in b));
                MatrixProduct.Multiply(in a, in b, new ProductOutput<T>(output), workspace);
                Assert.Equal(rows * columns, output.Count(T.CreateTruncating(inner)));
            }
        }
    }

    private static void Convolve<T>(ConvolutionShape shape, bool isAtEnd)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Arrays<T> arrays = new(isAtEnd);
        Span<T> input = arrays.Ones(shape.InputLength), inputGradient = arrays.Ones(shape.InputLength);
        Span<T> weights = arrays.Ones(shape.WeightLength), weightGradient = arrays.Ones(shape.WeightLength);
        Span<T> bias = arrays.Ones(shape.Outputs), biasGradient = arrays.Ones(shape.Outputs);
        Span<T> output = arrays.Ones(shape.OutputLength), upstream = arrays.Ones(shape.OutputLength);
        Convolution.Forward<T>(
            in shape, input, weights, bias, output, arrays.Ones(Convolution.ForwardWorkspace<T>(in shape)));
        Convolution.InputGradient<T>(
            in shape, upstream, weights, [], inputGradient,
            arrays.Ones(Convolution.InputGradientWorkspace<T>(in shape)));
        Convolution.WeightGradient<T>(
            in shape, input, upstream, weightGradient, biasGradient,
            arrays.Ones(Convolution.WeightGradientWorkspace<T>(in shape)));

        // Each position adds 1 to the gradient of each bias.
        Assert.Equal(
            shape.Outputs, biasGradient.Count(T.CreateTruncating(shape.OutputLength / Math.Max(1, shape.Outputs))));
    }

    /// <summary>Arrays each between guards of its own.</summary>
    private sealed class Arrays<T>(bool isAtEnd) : IDisposable
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly List<GuardedMemory> _memory = [];

        public unsafe Span<T> Ones(int length)
        {
            GuardedMemory memory = new(Math.Max(1, length * sizeof(T)));
            _memory.Add(memory);
            return memory.Place<T>([.. Enumerable.Repeat(T.One, length)], isAtEnd);
        }

        public void Dispose() => _memory.ForEach(memory => memory.Dispose());
    }
}
