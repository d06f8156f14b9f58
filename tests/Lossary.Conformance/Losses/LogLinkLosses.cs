using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>
/// Losses of amounts and counts. The library takes the logarithm of the predicted mean; where an operation takes the
/// mean itself, its logarithm is handed on, and the gradient divided by the mean (the chain rule).
/// </summary>
internal static class LogLinkLosses
{
    /// <summary>
    /// PyTorch's <c>poisson_nll_loss</c>, with or without logarithm, with or without Stirling's terms.
    /// </summary>
    public static Results Poisson(GoldenCase golden)
    {
        bool isLog = golden.Argument("log_input", 1) != 0, isFull = golden.Argument("full", 0) != 0;
        SampleInputs inputs = TorchLosses.Inputs(golden);
        double[] constants = [.. inputs.Targets.Select(t => isFull ? Stirling(t) : 0)];
        ISampleLoss loss = Library.Sample("poisson");
        if (isLog)
        {
            return new ElementLoss(loss, inputs) { Constants = constants }.Run(golden);
        }

        // x − t ln(x + ε): the library's eᶻ − t z at z = ln(x + ε), less ε.
        double epsilon = golden.Argument("eps", 1e-8);
        double[] means = [.. inputs.Predictions.Select(x => x + epsilon)];
        return OnMeans(golden, loss, inputs, means, 1, [.. constants.Select(constant => constant - epsilon)]);
    }

    /// <summary>2 (ln(x/t) + t/x − 1): twice the gamma loss, less what it is at x = t.</summary>
    public static Results GammaDeviance(GoldenCase golden)
    {
        SampleInputs inputs = TorchLosses.Inputs(golden);
        double[] constants = [.. inputs.Targets.Select(t => -(RealFunctions.Log(t) + 1))];
        return OnMeans(golden, Library.Sample("gamma"), inputs, inputs.Predictions, 2, constants);
    }

    private static Results OnMeans(
        GoldenCase golden, ISampleLoss loss, SampleInputs inputs, double[] means, double factor, double[] constants) =>
        new ElementLoss(loss, inputs with { Predictions = [.. means.Select(RealFunctions.Log)] })
        {
            Slopes = [.. means.Select(mean => 1 / mean)],
            Constants = constants,
            Factor = factor,
        }.Run(golden);

    /// <summary>ln t! by Stirling's formula for t above 1, and 0 below, as PyTorch adds it.</summary>
    private static double Stirling(double t) =>
        t > 1 ? (t * Math.Log(t)) - t + (0.5 * Math.Log(2 * Math.PI * t)) : 0;
}
