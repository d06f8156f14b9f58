using System.Text.Json;

namespace Lossary.Training.Tests;

/// <summary>Trajectories of PyTorch's optimizers, 20 steps each: tests/golden/optimizers.json.</summary>
public sealed class GoldenOptimizerTests
{
    public static TheoryData<GoldenCase> SgdCases => GoldenCase.Of("optimizers.json", "SGD");

    public static TheoryData<GoldenCase> AdamCases => GoldenCase.Of("optimizers.json", "Adam");

    public static TheoryData<GoldenCase> AdamWCases => GoldenCase.Of("optimizers.json", "AdamW");

    public static TheoryData<GoldenCase> AdagradCases => GoldenCase.Of("optimizers.json", "Adagrad");

    public static TheoryData<GoldenCase> RmsPropCases => GoldenCase.Of("optimizers.json", "RMSprop");

    public static TheoryData<GoldenCase> AdadeltaCases => GoldenCase.Of("optimizers.json", "Adadelta");

    public static TheoryData<GoldenCase> AdamaxCases => GoldenCase.Of("optimizers.json", "Adamax");

    public static TheoryData<GoldenCase> NAdamCases => GoldenCase.Of("optimizers.json", "NAdam");

    public static TheoryData<GoldenCase> RAdamCases => GoldenCase.Of("optimizers.json", "RAdam");

    public static TheoryData<GoldenCase> RpropCases => GoldenCase.Of("optimizers.json", "Rprop");

    public static TheoryData<GoldenCase> AsgdCases => GoldenCase.Of("optimizers.json", "ASGD");

    [Theory]
    [MemberData(nameof(SgdCases))]
    public void Sgd_walks_as_the_reference_does(GoldenCase golden)
    {
        JsonElement arguments = golden.Arguments;
        Check(golden, new Sgd<double>(arguments.GetProperty("lr").GetDouble())
        {
            Momentum = arguments.GetProperty("momentum").GetDouble(),
            Dampening = arguments.GetProperty("dampening").GetDouble(),
            WeightDecay = arguments.GetProperty("weight_decay").GetDouble(),
            Nesterov = arguments.GetProperty("nesterov").GetBoolean(),
            Maximize = arguments.GetProperty("maximize").GetBoolean(),
        });
    }

    [Theory]
    [MemberData(nameof(AdamCases))]
    public void Adam_walks_as_the_reference_does(GoldenCase golden)
    {
        JsonElement arguments = golden.Arguments;
        Check(golden, new Adam<double>(arguments.GetProperty("lr").GetDouble())
        {
            Beta1 = arguments.GetProperty("betas")[0].GetDouble(),
            Beta2 = arguments.GetProperty("betas")[1].GetDouble(),
            Epsilon = arguments.GetProperty("eps").GetDouble(),
            WeightDecay = arguments.GetProperty("weight_decay").GetDouble(),
            AmsGrad = arguments.GetProperty("amsgrad").GetBoolean(),
            Maximize = arguments.GetProperty("maximize").GetBoolean(),
        });
    }

    [Theory]
    [MemberData(nameof(AdamWCases))]
    public void AdamW_walks_as_the_reference_does(GoldenCase golden)
    {
        JsonElement arguments = golden.Arguments;
        Check(golden, new AdamW<double>(arguments.GetProperty("lr").GetDouble())
        {
            Beta1 = arguments.GetProperty("betas")[0].GetDouble(),
            Beta2 = arguments.GetProperty("betas")[1].GetDouble(),
            Epsilon = arguments.GetProperty("eps").GetDouble(),
            WeightDecay = arguments.GetProperty("weight_decay").GetDouble(),
            AmsGrad = arguments.GetProperty("amsgrad").GetBoolean(),
            Maximize = arguments.GetProperty("maximize").GetBoolean(),
        });
    }

    [Theory]
    [MemberData(nameof(AdagradCases))]
    public void Adagrad_walks_as_the_reference_does(GoldenCase golden)
    {
        JsonElement arguments = golden.Arguments;
        Check(golden, new Adagrad<double>(arguments.GetProperty("lr").GetDouble())
        {
            RateDecay = arguments.GetProperty("lr_decay").GetDouble(),
            InitialSum = arguments.GetProperty("initial_accumulator_value").GetDouble(),
            Epsilon = arguments.GetProperty("eps").GetDouble(),
            WeightDecay = arguments.GetProperty("weight_decay").GetDouble(),
            Maximize = arguments.GetProperty("maximize").GetBoolean(),
        });
    }

    [Theory]
    [MemberData(nameof(RmsPropCases))]
    public void RmsProp_walks_as_the_reference_does(GoldenCase golden)
    {
        JsonElement arguments = golden.Arguments;
        Check(golden, new RmsProp<double>(arguments.GetProperty("lr").GetDouble())
        {
            Alpha = arguments.GetProperty("alpha").GetDouble(),
            Epsilon = arguments.GetProperty("eps").GetDouble(),
            Momentum = arguments.GetProperty("momentum").GetDouble(),
            Centered = arguments.GetProperty("centered").GetBoolean(),
            WeightDecay = arguments.GetProperty("weight_decay").GetDouble(),
            Maximize = arguments.GetProperty("maximize").GetBoolean(),
        });
    }

    [Theory]
    [MemberData(nameof(AdadeltaCases))]
    public void Adadelta_walks_as_the_reference_does(GoldenCase golden)
    {
        JsonElement arguments = golden.Arguments;
        Check(golden, new Adadelta<double>(arguments.GetProperty("lr").GetDouble())
        {
            Rho = arguments.GetProperty("rho").GetDouble(),
            Epsilon = arguments.GetProperty("eps").GetDouble(),
            WeightDecay = arguments.GetProperty("weight_decay").GetDouble(),
            Maximize = arguments.GetProperty("maximize").GetBoolean(),
        });
    }

    [Theory]
    [MemberData(nameof(AdamaxCases))]
    public void Adamax_walks_as_the_reference_does(GoldenCase golden)
    {
        JsonElement arguments = golden.Arguments;
        Check(golden, new Adamax<double>(arguments.GetProperty("lr").GetDouble())
        {
            Beta1 = arguments.GetProperty("betas")[0].GetDouble(),
            Beta2 = arguments.GetProperty("betas")[1].GetDouble(),
            Epsilon = arguments.GetProperty("eps").GetDouble(),
            WeightDecay = arguments.GetProperty("weight_decay").GetDouble(),
            Maximize = arguments.GetProperty("maximize").GetBoolean(),
        });
    }

    [Theory]
    [MemberData(nameof(NAdamCases))]
    public void NAdam_walks_as_the_reference_does(GoldenCase golden)
    {
        JsonElement arguments = golden.Arguments;
        Check(golden, new NAdam<double>(arguments.GetProperty("lr").GetDouble())
        {
            Beta1 = arguments.GetProperty("betas")[0].GetDouble(),
            Beta2 = arguments.GetProperty("betas")[1].GetDouble(),
            Epsilon = arguments.GetProperty("eps").GetDouble(),
            WeightDecay = arguments.GetProperty("weight_decay").GetDouble(),
            MomentumDecay = arguments.GetProperty("momentum_decay").GetDouble(),
        });
    }

    [Theory]
    [MemberData(nameof(RAdamCases))]
    public void RAdam_walks_as_the_reference_does(GoldenCase golden)
    {
        JsonElement arguments = golden.Arguments;
        Check(golden, new RAdam<double>(arguments.GetProperty("lr").GetDouble())
        {
            Beta1 = arguments.GetProperty("betas")[0].GetDouble(),
            Beta2 = arguments.GetProperty("betas")[1].GetDouble(),
            Epsilon = arguments.GetProperty("eps").GetDouble(),
            WeightDecay = arguments.GetProperty("weight_decay").GetDouble(),
        });
    }

    [Theory]
    [MemberData(nameof(RpropCases))]
    public void Rprop_walks_as_the_reference_does(GoldenCase golden)
    {
        JsonElement arguments = golden.Arguments;
        Check(golden, new Rprop<double>(arguments.GetProperty("lr").GetDouble())
        {
            Shrinkage = arguments.GetProperty("etas")[0].GetDouble(),
            Growth = arguments.GetProperty("etas")[1].GetDouble(),
            LeastStep = arguments.GetProperty("step_sizes")[0].GetDouble(),
            LargestStep = arguments.GetProperty("step_sizes")[1].GetDouble(),
            Maximize = arguments.GetProperty("maximize").GetBoolean(),
        });
    }

    [Theory]
    [MemberData(nameof(AsgdCases))]
    public void AveragedSgd_walks_as_the_reference_does(GoldenCase golden)
    {
        JsonElement arguments = golden.Arguments;
        Check(golden, new AveragedSgd<double>(arguments.GetProperty("lr").GetDouble())
        {
            Lambda = arguments.GetProperty("lambd").GetDouble(),
            Alpha = arguments.GetProperty("alpha").GetDouble(),
            Start = arguments.GetProperty("t0").GetDouble(),
            WeightDecay = arguments.GetProperty("weight_decay").GetDouble(),
        });
    }

    private static void Check(GoldenCase golden, Optimizer<double> optimizer)
    {
        double[] parameters = GoldenCase.Numbers(golden.Inputs.GetProperty("params0"));
        double[] expected = GoldenCase.Numbers(golden.Expected.GetProperty("params"));
        int steps = golden.Arguments.GetProperty("steps").GetInt32();
        List<double> walked = [];
        for (int step = 0; step < steps; step++)
        {
            optimizer.Step(parameters, Gradient(golden, parameters, step));
            walked.AddRange(parameters);
        }

        golden.Check(expected, walked.ToArray());
    }

    /// <summary>The three problems of tests/golden/README.md.</summary>
    private static double[] Gradient(GoldenCase golden, double[] x, int step)
    {
        switch (golden.Arguments.GetProperty("problem").GetString())
        {
            case "rosenbrock":
                double valley = x[1] - (x[0] * x[0]);
                return [(-2 * (1 - x[0])) - (400 * x[0] * valley), 200 * valley];
            case "quadratic":
                double[] matrix = GoldenCase.Numbers(golden.Inputs.GetProperty("A"));
                double[] shift = GoldenCase.Numbers(golden.Inputs.GetProperty("b"));
                int n = x.Length;
                return [.. x.Select((_, i) => x.Select((value, j) => matrix[(i * n) + j] * value).Sum() - shift[i])];
            default:
                double[] gradients = GoldenCase.Numbers(golden.Inputs.GetProperty("grads"));
                return gradients[(step * x.Length)..((step + 1) * x.Length)];
        }
    }
}
