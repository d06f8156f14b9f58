using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Benchmarks;

/// <summary>One convolution over a batch of images, in floats: forward with ReLU, and both gradients.</summary>
internal sealed class ConvolutionCase
{
    private readonly ConvolutionShape _shape;
    private readonly ArraySegment<float> _input;
    private readonly ArraySegment<float> _weights;
    private readonly ArraySegment<float> _bias;
    private readonly ArraySegment<float> _output;
    private readonly ArraySegment<float> _upstream;
    private readonly ArraySegment<float> _inputGradient;
    private readonly ArraySegment<float> _weightGradient;
    private readonly ArraySegment<float> _biasGradient;
    private readonly ArraySegment<float> _workspace;

    public ConvolutionCase(ConvolutionShape shape)
    {
        _shape = shape;
        RandomStream random = new(1);
        _input = Draw(random, shape.InputLength);
        _weights = Draw(random, shape.WeightLength);
        _bias = Draw(random, shape.Outputs);
        _upstream = Draw(random, shape.OutputLength);
        _output = AlignedMemory.Allocate<float>(shape.OutputLength);
        _inputGradient = AlignedMemory.Allocate<float>(shape.InputLength);
        _weightGradient = AlignedMemory.Allocate<float>(shape.WeightLength);
        _biasGradient = AlignedMemory.Allocate<float>(shape.Outputs);
        int forward = Convolution.ForwardWorkspace<float>(in shape);
        int backward = Math.Max(
            Convolution.InputGradientWorkspace<float>(in shape), Convolution.WeightGradientWorkspace<float>(in shape));
        _workspace = AlignedMemory.Allocate<float>(Math.Max(forward, backward));
    }

    public double Forward()
    {
        Convolution.Forward<float>(in _shape, _input, _weights, _bias, _output, _workspace, rectify: true);
        return _output[0];
    }

    public double InputGradient()
    {
        Convolution.InputGradient<float>(in _shape, _upstream, _weights, [], _inputGradient, _workspace);
        return _inputGradient[0];
    }

    public double WeightGradient()
    {
        Convolution.WeightGradient<float>(in _shape, _input, _upstream, _weightGradient, _biasGradient, _workspace);
        return _weightGradient[0];
    }

    public double Backward() => InputGradient() + WeightGradient();

    private static ArraySegment<float> Draw(RandomStream random, int length)
    {
        ArraySegment<float> numbers = AlignedMemory.Allocate<float>(length);
        foreach (ref float number in numbers.AsSpan())
        {
            number = (float)((2 * random.NextDouble()) - 1);
        }

        return numbers;
    }
}
