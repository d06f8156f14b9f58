using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>Focal loss on a rare class and on ten, and what it does to probabilities early and late.</summary>
public static class RareClass
{
    private const int Shirt = 6;
    private const double Share = 0.02;
    private static readonly int[] Epochs = [6, 36];
    private static readonly string[] Times = ["early", "late"];

    public static PublishedFinding Finding { get; } = new()
    {
        Name = "focal",
        Title = "Focal loss makes probabilities humbler: too humble early, better than cross entropy's late",
        Source = "T.-Y. Lin et al., Focal Loss for Dense Object Detection, ICCV 2017, arXiv:1708.02002; J. Mukhoti "
            + "et al., Calibrating Deep Neural Networks using Focal Loss, NeurIPS 2020, arXiv:2002.09437",
        Published = "In detection, where one box in thousands holds an object, focal loss with gamma = 2 and alpha "
            + "= 0.25 finds more than weighted cross entropy (Lin). Networks that have overfitted with cross "
            + "entropy are too sure; with focal loss they are less so, at about the same accuracy: for ResNet-50 "
            + "on CIFAR-10 the ECE falls from 4.35 % to 1.55 %, the error is 4.95 % and 4.98 % (Mukhoti, gamma by "
            + "sample).",
        Method = "Rare: shirts are 2 % of 12,000 pictures of Fashion-MNIST less most of its shirts, and of the "
            + "test pictures; layers of 64 and 32. Ten classes: the same 12,000 pictures whole, focal loss with "
            + "gamma = 3. Early is after 6 epochs of Adam, late after 36, when cross entropy has overfitted; means "
            + "of three seeds. ECE is of 15 bins; rank is average precision for the rare class and accuracy for "
            + "the ten. Lin's gain is not seen here: a small network on whole pictures is not flooded by easy "
            + "negatives.",
        Needs = FashionMnist.Package,
        Run = progress => Run(progress),
        Claims =
        [
            new(
                "On the rare class, average precision stays within 5 points: no gain like Lin's.",
                table => Times.All(time => Math.Abs(
                    table[$"rare, {time}: focal", "rank"] - table[$"rare, {time}: cross entropy", "rank"]) < 0.05)),
            new(
                "Early, focal loss foretells twice as many shirts as there are, and its log loss is the worse.",
                table => table["rare, early: focal", "stated"] > 2 * table["rare, early: focal", "true"]
                && table["rare, early: focal", "log loss"] > table["rare, early: cross entropy", "log loss"]),
            new("Late, it is the other way round: the log loss of cross entropy is the worse.", table =>
                table["rare, late: focal", "log loss"] < table["rare, late: cross entropy", "log loss"]),
            new(
                "Of ten classes, late, cross entropy is surer than right and focal loss nearer the truth, as accurate.",
                table => table["ten, late: cross entropy", "ECE"] > 1.3 * table["ten, late: focal", "ECE"]
                && table["ten, late: cross entropy", "stated"] > table["ten, late: cross entropy", "true"]
                && Math.Abs(table["ten, late: cross entropy", "rank"] - table["ten, late: focal", "rank"]) < 0.015),
        ],
    };

    public static ResultTable Run(TextWriter progress, int pictures = 12_000, int seeds = 3)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ImageSet training = FashionMnist.ReadTraining().Take(pictures);
        ImageSet test = FashionMnist.ReadTest();
        int[] trained = Thin(training.Classes, new RandomStream(1));
        int[] judged = Thin(test.Classes, new RandomStream(2));
        int[] all = [.. Enumerable.Range(0, training.Count)], allJudged = [.. Enumerable.Range(0, test.Count)];
        (string Name, string Loss, int[] Trained, int[] Judged)[] contests =
        [
            ("rare, {0}: cross entropy", "binary-cross-entropy", trained, judged),
            ("rare, {0}: focal", "binary-focal:gamma=2,alpha=0.25", trained, judged),
            ("ten, {0}: cross entropy", "cross-entropy", all, allJudged),
            ("ten, {0}: focal", "focal:gamma=3", all, allJudged),
        ];
        Dictionary<string, double[]> rows = [];
        foreach ((string name, string loss, int[] rowsTrained, int[] rowsJudged) in contests)
        {
            for (ulong seed = 1; seed <= (ulong)seeds; seed++)
            {
                Contest contest = new(training, test, LossCatalogue.Create(loss), rowsTrained, rowsJudged);
                foreach ((double[] values, string time) in contest.Run(seed).Zip(Times))
                {
                    string row = name.Replace("{0}", time, StringComparison.Ordinal);
                    double[] sum = rows.GetValueOrDefault(row) ?? new double[values.Length];
                    rows[row] = [.. sum.Zip(values, (total, value) => total + (value / seeds))];
                }
            }

            progress.WriteLine($"  {loss} is done");
        }

        return new ResultTable(
            "class, time: loss",
            ["rank", "log loss", "ECE", "stated", "true"],
            [.. rows.Select(row => (row.Key, row.Value))]);
    }

    /// <summary>The rows of all other classes, and as many shirts that they are two in a hundred.</summary>
    private static int[] Thin(int[] classes, RandomStream random)
    {
        int shirts = classes.Count(number => number == Shirt);
        double kept = Share / (1 - Share) * (classes.Length - shirts) / shirts;
        return
        [
            .. Enumerable.Range(0, classes.Length).Where(row => classes[row] != Shirt || random.NextDouble() < kept),
        ];
    }

    /// <summary>One loss at a task: shirts among others, or ten classes, as the loss's kind is.</summary>
    private sealed class Contest(ImageSet training, ImageSet test, ILoss loss, int[] trained, int[] judged)
    {
        private readonly float[] _pixels = training.ToFeatures();
        private readonly float[] _testPixels = test.ToFeatures();
        private readonly int _outputs = loss is IClassLoss ? training.ClassNames.Count : 1;

        /// <summary>What is judged after each of the chosen epochs.</summary>
        public List<double[]> Run(ulong seed)
        {
            int width = training.PixelsPerImage;
            Network<float> network = Network<float>.Perceptron(
                new PerceptronOptions { Inputs = width, Hidden = [64, 32], Outputs = _outputs, Seed = seed });
            List<double[]> judgements = [];
            TrainingOptions options = new()
            {
                MaxEpochs = Epochs[^1],
                BatchSize = 64,
                Seed = seed,
                Progress = epoch =>
                {
                    if (Epochs.Contains(epoch.Epoch))
                    {
                        judgements.Add(Judge(network));
                    }
                },
            };
            if (loss is IClassLoss ofClasses)
            {
                TrainingData data = TrainingData.WithClasses(_pixels, width, training.Classes, trained);
                Trainer.Fit(network, ofClasses, data, validation: null, options);
            }
            else
            {
                float[] shirts = Array.ConvertAll(training.Classes, number => number == Shirt ? 1f : 0f);
                TrainingData data = TrainingData.WithTargets(_pixels, width, shirts, trained);
                Trainer.Fit(network, (ISampleLoss)loss, data, validation: null, options);
            }

            return judgements;
        }

        private double[] Judge(Network<float> network)
        {
            int[] classes = [.. judged.Select(row => test.Classes[row])];
            if (_outputs == 1)
            {
                int[] shirts = Array.ConvertAll(classes, number => number == Shirt ? 1 : 0);
                double[] chances = Forecast.Probabilities(network, _testPixels, judged);
                double rank = RankingMetrics.AveragePrecision(chances, shirts);
                return Values(rank, chances, shirts, chances.Average(), shirts.Average());
            }

            double[] probabilities = Forecast.Softmax(Forecast.Of(network, _testPixels, judged), _outputs);
            double accuracy = Forecast.Accuracy(network, _testPixels, judged, test.Classes);
            double sure = probabilities.Chunk(_outputs).Average(row => row.Max());
            return Values(accuracy, probabilities, classes, sure, accuracy);
        }

        private static double[] Values(
            double rank, double[] probabilities, int[] classes, double stated, double real) =>
        [
            rank,
            ProbabilityMetrics.LogLoss(probabilities, classes),
            ProbabilityMetrics.CalibrationError(probabilities, classes),
            stated,
            real,
        ];
    }
}
