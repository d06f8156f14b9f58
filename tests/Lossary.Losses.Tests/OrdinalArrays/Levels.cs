using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Inputs of losses of ordered classes, one row each.</summary>
internal static class Levels
{
    /// <summary>A logit for each threshold.</summary>
    public static LossInputs<double> Logits(double[] logits, double level) => new()
    {
        ["logit"] = Tensor<double>.Variable(new Shape(1, logits.Length), logits),
        ["level"] = new Tensor<double>(new Shape(1), new double[] { level }),
    };

    /// <summary>The loss of a score and cuts.</summary>
    public static double Value<TLoss>(TLoss loss, double score, double[] cuts, double level)
        where TLoss : struct, IGraphLoss<TLoss> => loss.Evaluate(new LossInputs<double>
        {
            ["score"] = Tensor<double>.Variable(new Shape(1), [score]),
            ["cut"] = Tensor<double>.Variable(new Shape(cuts.Length), cuts),
            ["level"] = new Tensor<double>(new Shape(1), new double[] { level }),
        }).Mean;
}
