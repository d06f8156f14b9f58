using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Inputs of losses of overlap.</summary>
internal static class Images
{
    /// <summary>One image, class by class.</summary>
    public static LossInputs<double> Of(double[][] predictions, double[][] targets)
    {
        Shape shape = new(1, predictions.Length, predictions[0].Length);
        return new LossInputs<double>
        {
            ["prediction"] = Tensor<double>.Variable(shape, [.. predictions.SelectMany(plane => plane)]),
            ["target"] = new Tensor<double>(shape, targets.SelectMany(plane => plane).ToArray()),
        };
    }

    /// <summary>The loss of one image of one class.</summary>
    public static double Value<TLoss>(TLoss loss, double[] predictions, double[] targets)
        where TLoss : struct, IGraphLoss<TLoss> => loss.Evaluate(Of([predictions], [targets])).Mean;
}
