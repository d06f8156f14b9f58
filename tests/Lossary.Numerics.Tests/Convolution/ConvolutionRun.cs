using System.Numerics;

namespace Lossary.Numerics.Tests;

/// <summary>One convolution with random numbers, and all three passes through it.</summary>
internal sealed class ConvolutionRun<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ConvolutionShape _shape;
    private readonly T[] _workspace;

    public ConvolutionRun(ConvolutionShape shape)
    {
        _shape = shape;
        RandomStream random = new(5);
        Input = Draw(random, shape.InputLength);
        Weights = Draw(random, shape.WeightLength);
        Bias = Draw(random, shape.Outputs);
        Upstream = Draw(random, shape.OutputLength);
        Output = Dirt(shape.OutputLength);
        InputGradient = Dirt(shape.InputLength);
        WeightGradient = Dirt(shape.WeightLength);
        BiasGradient = Dirt(shape.Outputs);
        int length = Math.Max(
            Convolution.ForwardWorkspace<T>(in shape), Convolution.InputGradientWorkspace<T>(in shape));
        _workspace = Dirt(Math.Max(length, Convolution.WeightGradientWorkspace<T>(in shape)));
    }

    public T[] Input { get; }

    public T[] Weights { get; }

    public T[] Bias { get; }

    public T[] Upstream { get; }

    public T[] Output { get; }

    public T[] InputGradient { get; }

    public T[] WeightGradient { get; }

    public T[] BiasGradient { get; }

    public void All()
    {
        Convolution.Forward<T>(in _shape, Input, Weights, Bias, Output, _workspace);
        Convolution.InputGradient<T>(in _shape, Upstream, Weights, [], InputGradient, _workspace);
        Convolution.WeightGradient<T>(in _shape, Input, Upstream, WeightGradient, BiasGradient, _workspace);
    }

    public void Accumulate()
    {
        Convolution.InputGradient<T>(in _shape, Upstream, Weights, [], InputGradient, _workspace, accumulate: true);
        Convolution.WeightGradient<T>(
            in _shape, Input, Upstream, WeightGradient, BiasGradient, _workspace,
            accumulateWeights: true, accumulateBias: true);
    }

    private static T[] Draw(RandomStream random, int length)
    {
        T[] numbers = new T[length];
        for (int i = 0; i < length; i++)
        {
            numbers[i] = T.CreateTruncating((2 * random.NextDouble()) - 1);
        }

        return numbers;
    }

    /// <summary>Memory that must be overwritten, not added to.</summary>
    private static T[] Dirt(int length)
    {
        T[] numbers = new T[length];
        Array.Fill(numbers, T.NaN);
        return numbers;
    }
}
