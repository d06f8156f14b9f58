using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>The laws of losses of several arrays, for images of seven pixels and three classes.</summary>
public abstract class RegionLaws<TLoss>(params double[] parameters) : ArrayLaws<TLoss>(parameters)
    where TLoss : struct, IArrayLoss<TLoss>, IDocumentedLoss
{
    private const int Classes = 3, Pixels = 7;
    private readonly double[] _parameters = parameters;

    /// <inheritdoc/>
    protected override int Rows => 4;

    /// <summary>Whether the loss reads which pixels count.</summary>
    protected virtual bool HasCounts => true;

    /// <inheritdoc/>
    protected override LossInputs<double> Example(ulong seed)
    {
        bool isProbability = _parameters.Length > 0 && RegionOptions.From(_parameters).FromProbabilities;
        RandomStream random = new(seed);
        Shape shape = new(Rows, Classes, Pixels);
        double[] predictions = [.. Enumerable.Range(0, shape.Length).Select(_ => random.NextNormal())];
        double[] targets = new double[shape.Length];
        for (int pixel = 0; pixel < Rows * Pixels; pixel++)
        {
            int image = pixel / Pixels, k = random.NextInt(Classes);
            targets[(((image * Classes) + k) * Pixels) + (pixel % Pixels)] = 1;
        }

        LossInputs<double> inputs = new()
        {
            ["prediction"] = Tensor<double>.Variable(
                shape, isProbability ? [.. predictions.Select(RealFunctions.Sigmoid)] : predictions),
            ["target"] = new Tensor<double>(shape, targets),
        };
        if (HasCounts)
        {
            double[] counts = [.. Enumerable.Range(0, Rows * Pixels).Select(i => i % 6 == 4 ? 0.0 : 1.0)];
            inputs["counts"] = new Tensor<double>(new Shape(Rows, Pixels), counts);
        }

        return inputs;
    }
}
