using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Benchmarks;

/// <summary>
/// One step of training as the trainer takes it: a network with hidden layers of 64 and 32 and ReLU, squared error,
/// Adam; forward through the tape, backward, the gradient's norm, the optimizer.
/// </summary>
internal sealed class TabularStep
{
    private readonly TrainingStep _step;
    private readonly int[] _rows;

    /// <summary>Makes network and rows.</summary>
    /// <param name="width">Features of a row.</param>
    /// <param name="batch">Rows of the step.</param>
    public TabularStep(int width, int batch)
    {
        RandomStream random = new(1);
        _rows = [.. Enumerable.Range(0, batch)];
        float[] features = new float[batch * width];
        float[] targets = new float[batch];
        random.FillNormal(features.AsSpan());
        random.FillNormal(targets.AsSpan());
        TrainingData data = TrainingData.WithTargets(features, width, targets, _rows);
        TrainingOptions options = new() { BatchSize = batch };
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>("squared");
        Network<float> network = Network<float>.Perceptron(new PerceptronOptions { Inputs = width });
        _step = new(network, new SampleObjective(loss), data, options, random.Split("noise"));
    }

    /// <summary>The mean loss before the step.</summary>
    public double Take() => _step.Take(_rows).Totals.Mean;
}
