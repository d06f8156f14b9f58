using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Benchmarks;

/// <summary>Max pooling of a batch of images, forward and backward, in floats.</summary>
internal sealed class PoolCase
{
    private readonly PoolingShape _shape;
    private readonly ArraySegment<float> _input;
    private readonly ArraySegment<float> _output;
    private readonly ArraySegment<float> _upstream;
    private readonly ArraySegment<float> _gradient;

    public PoolCase(PoolingShape shape)
    {
        _shape = shape;
        RandomStream random = new(1);
        _input = AlignedMemory.Allocate<float>(shape.InputLength);
        _output = AlignedMemory.Allocate<float>(shape.OutputLength);
        _upstream = AlignedMemory.Allocate<float>(shape.OutputLength);
        _gradient = AlignedMemory.Allocate<float>(shape.InputLength);
        foreach (ref float number in _input.AsSpan())
        {
            number = (float)Math.Max(0, random.NextDouble() - 0.5);
        }

        _upstream.AsSpan().Fill(1);
    }

    public double Forward()
    {
        Pooling.Maximum<float>(in _shape, _input, _output);
        return _output[0];
    }

    public double Both()
    {
        Pooling.Maximum<float>(in _shape, _input, _output);
        Pooling.MaximumGradient<float>(in _shape, _input, _output, _upstream, _gradient);
        return _gradient[0];
    }
}
