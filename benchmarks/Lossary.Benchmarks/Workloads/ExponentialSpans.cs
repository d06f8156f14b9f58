using System.Numerics.Tensors;
using Lossary.Numerics;

namespace Lossary.Benchmarks;

/// <summary>eˣ of 4,096 floats in the first-level cache, arguments between −10 and 10.</summary>
internal sealed class ExponentialSpans
{
    public const int Length = 4096;

    private readonly Memory<float> _arguments = OffsetMemory.Of<float>(Length, 0);
    private readonly Memory<float> _results = OffsetMemory.Of<float>(Length, 1);

    public ExponentialSpans()
    {
        Span<float> arguments = _arguments.Span;
        new RandomStream(1).FillUniform(arguments);
        foreach (ref float argument in arguments)
        {
            argument = (20 * argument) - 10;
        }
    }

    public double Own()
    {
        RealFunctions.Exp<float>(_arguments.Span, _results.Span);
        return 0;
    }

    public double OfTensorPrimitives()
    {
        TensorPrimitives.Exp(_arguments.Span, _results.Span);
        return 0;
    }

    public double OfMathF()
    {
        ReadOnlySpan<float> arguments = _arguments.Span;
        Span<float> results = _results.Span;
        for (int i = 0; i < arguments.Length; i++)
        {
            results[i] = MathF.Exp(arguments[i]);
        }

        return 0;
    }
}
