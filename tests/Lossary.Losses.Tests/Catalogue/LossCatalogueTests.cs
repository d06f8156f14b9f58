namespace Lossary.Losses.Tests;

public sealed class LossCatalogueTests
{
    [Fact]
    public void What_speaks_against_a_loss_reads_on_after_not_where() =>
        Assert.All(LossCatalogue.All, entry => Assert.DoesNotMatch("^(Not|Where) ", entry.Card.Avoid));

    [Fact]
    public void No_two_losses_share_a_name()
    {
        string[] names = [.. LossCatalogue.All.SelectMany(entry => entry.Card.Aliases.Prepend(entry.Card.Key))];
        Assert.Equal(names.Order(), names.Distinct().Order());
    }

    [Fact]
    public void Every_name_finds_the_loss_whose_card_holds_it() =>
        Assert.All(LossCatalogue.All, entry => Assert.All(
            entry.Card.Aliases.Prepend(entry.Card.Key),
            name => Assert.Same(entry, LossCatalogue.TryFind(name, out LossEntry? found) ? found : null)));

    [Fact]
    public void A_letter_stands_for_one_thing_of_a_loss() => Assert.All(LossCatalogue.All, entry =>
    {
        IEnumerable<string> inputs = entry.Create() is IArrayLoss loss ? loss.Inputs.Select(card => card.Symbol) : [];
        string[] letters = [.. inputs, .. entry.Card.Parameters.Select(card => card.Symbol)];
        Assert.Equal(letters.Distinct(), letters);
    });

    [Fact]
    public void Name_that_no_loss_has_finds_nothing()
    {
        Assert.False(LossCatalogue.TryFind("no-such-loss", out LossEntry? found));
        Assert.Null(found);
    }

    [Fact]
    public void Properties_of_an_entry_are_those_of_the_loss_with_its_defaults() => Assert.All(
        LossCatalogue.All, entry => Assert.Equivalent(entry.Create().Traits, entry.Traits, strict: true));

    [Theory]
    [InlineData("hubber", "huber")]
    [InlineData("Squard", "squared")]
    [InlineData("log_cash", "log-cosh")]
    [InlineData("tukay", "tukey")]
    [InlineData("insensitive", "epsilon-insensitive")]
    public void Unknown_name_is_answered_with_the_nearest(string typed, string expected)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => LossCatalogue.Find(typed));
        string advice = refusal.Message.Split('\n')[0];
        Assert.StartsWith($"No loss is called '{typed}'. Did you mean ", advice, StringComparison.Ordinal);
        Assert.Contains(expected, advice, StringComparison.Ordinal);
        Assert.Contains("Distance: squared, half-squared", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Squared", "squared")]
    [InlineData("log_cosh", "log-cosh")]
    [InlineData("HuberLoss", "huber")]
    [InlineData("huber_loss", "huber")]
    [InlineData("Smooth L1 loss", "smooth-l1")]
    [InlineData("BCEWithLogitsLoss", "binary-cross-entropy")]
    [InlineData("CTCLoss", "ctc")]
    [InlineData("CategoricalGeneralizedCrossEntropy", "generalised-cross-entropy")]
    [InlineData("generalized_kl_divergence", "generalised-kullback-leibler")]
    [InlineData("sigmoid_focal_loss", "binary-focal")]
    [InlineData("connectionist temporal classification", "ctc")]
    [InlineData("均方误差", "squared")]
    [InlineData("huber 损失", "huber")]
    [InlineData("连接时序分类", "ctc")]
    public void A_loss_answers_to_the_names_that_others_know_it_by(string typed, string key) =>
        Assert.Equal(key, LossCatalogue.Find(typed).Card.Key);

    [Fact]
    public void Every_loss_answers_to_its_title_and_its_Chinese_name() => Assert.All(LossCatalogue.All, entry =>
    {
        Assert.Equal(entry.Card.Key, LossCatalogue.Find(entry.Card.Title).Card.Key);
        Assert.Equal(entry.Card.Key, LossCatalogue.Find(entry.Card.Names.Chinese!).Card.Key);
    });

    [Fact]
    public void Name_like_no_other_is_answered_without_advice()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => LossCatalogue.Find("qqqqqqqqqqqq"));
        Assert.Equal("No loss is called 'qqqqqqqqqqqq'.", refusal.Message.Split(Environment.NewLine)[0]);
    }

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("flaw", "lawn", 2)]
    public void Distance_counts_edits_as_Levenshtein_did(string from, string to, int expected) =>
        Assert.Equal(expected, NearestNames.Distance(from, to));

    [Fact]
    public void Parameters_are_read_from_the_name()
    {
        Assert.Equal("huber:delta=1.35", LossCatalogue.Create("huber:delta=1.35").Name);
        Assert.Equal("barron:alpha=-2,c=3", LossCatalogue.Create("barron: c = 3, alpha=-2").Name);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => LossCatalogue.Create("huber:slope=1"));
        Assert.StartsWith("huber has no parameter 'slope'; it has: delta.", refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<ArgumentOutOfRangeException>(() => LossCatalogue.Create("huber:delta=-1"));
        Assert.StartsWith("delta must be in (0, ∞), but is -1.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_in_other_units_has_its_lengths_divided_and_pure_numbers_kept()
    {
        LossEntry barron = LossCatalogue.Find("barron");
        Assert.Equal("barron:alpha=-2,c=3", barron.InUnits(LossCatalogue.Create("barron:alpha=-2,c=12"), 4).Name);
        LossEntry binomial = LossCatalogue.Find("negative-binomial");
        Assert.Equal("negative-binomial:alpha=6", binomial.InUnits(LossCatalogue.Create("nb2:alpha=0.5"), 12).Name);
        Assert.Equal("squared", LossCatalogue.Find("squared").InUnits(LossCatalogue.Create("squared"), 12).Name);
        Assert.Equal("loss", Assert.Throws<ArgumentException>(
            () => barron.InUnits(LossCatalogue.Create("huber"), 2)).ParamName);
        Assert.Equal("unit", Assert.Throws<ArgumentOutOfRangeException>(
            () => barron.InUnits(LossCatalogue.Create("barron"), 0)).ParamName);
    }

    [Fact]
    public void A_loss_of_the_other_kind_is_refused()
    {
        Assert.Equal("huber:delta=2", LossCatalogue.Create<ISampleLoss>("huber:delta=2").Name);
        Assert.Equal("cross-entropy", LossCatalogue.Create<IClassLoss>("cross-entropy").Name);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => LossCatalogue.Create<IClassLoss>("huber"));
        Assert.StartsWith("huber is a loss of one prediction and one target;", refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<ArgumentException>(() => LossCatalogue.Create<ISampleLoss>("cross-entropy"));
        Assert.StartsWith("cross-entropy is a loss of rows of scores;", refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<ArgumentException>(() => LossCatalogue.Create<IArrayLoss>("huber"));
        Assert.StartsWith(
            "huber is a loss of one prediction and one target; a loss of several arrays is expected.", refusal.Message,
            StringComparison.Ordinal);
    }
}
