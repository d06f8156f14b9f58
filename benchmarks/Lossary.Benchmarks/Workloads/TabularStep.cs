using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Benchmarks;

/// <summary>
/// One step of training as the trainer takes it: the network 13-64-32-1 with ReLU, 32 rows, squared error, Adam; forward
/// through the tape, backward, the gradient's norm, the optimizer.
/// </summary>
internal sealed class TabularStep
{
    private const int Batch = 32;
    private const int Width = 13;

    private readonly TrainingStep _step;
    private readonly int[] _rows = [.. Enumerable.Range(0, Batch)];

    public TabularStep()
    {
        RandomStream random = new(1);
        float[] features = new float[Batch * Width];
        float[] targets = new float[Batch];
        random.FillNormal(features.AsSpan());
        random.FillNormal(targets.AsSpan());
        TrainingData data = TrainingData.WithTargets(features, Width, targets, _rows);
        TrainingOptions options = new() { BatchSize = Batch };
        ISampleLoss loss = (ISampleLoss)LossCatalogue.Create("squared");
        Network<float> network = Network<float>.Perceptron(new PerceptronOptions { Inputs = Width });
        _step = new(network, new SampleObjective(loss, data), data, options, random.Split("noise"));
    }

    /// <summary>The mean loss before the step.</summary>
    public double Take() => _step.Take(_rows).Totals.Mean;
}
