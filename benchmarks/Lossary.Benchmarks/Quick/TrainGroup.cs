namespace Lossary.Benchmarks;

/// <summary>Trainings, as <c>peers/train_torch.py</c> and <c>peers/lstm_torch.py</c> have them.</summary>
internal static class TrainGroup
{
    /// <summary>Each training.</summary>
    public static IEnumerable<Measurement> All() =>
    [
        Epoch("cnn epoch, batch 128", PictureTraining.Convolutions()),
        Epoch("mlp 784-256-128-10 epoch, batch 128", PictureTraining.Perceptron()),
        Tabular(),
        .. LstmStep.Measure(),
    ];

    /// <summary>Seconds of an epoch: its number of steps times the median step, which a busy neighbour moves least.</summary>
    private static Measurement Epoch(string name, PictureTraining training)
    {
        CallTime time = StopwatchTimer.Measure(training.Take);
        const double Seconds = PictureTraining.StepsOfEpoch / 1e9;
        return new(name, Seconds * time.Median, "s", Seconds * time.Fastest, time.Bytes);
    }

    private static Measurement Tabular()
    {
        CallTime time = StopwatchTimer.Measure(new TabularStep(width: 13, batch: 32).Take);
        return new("mlp 13-64-32-1 step, batch 32", time.Median / 1e3, "us", time.Fastest / 1e3, time.Bytes, Goal: 10);
    }
}
