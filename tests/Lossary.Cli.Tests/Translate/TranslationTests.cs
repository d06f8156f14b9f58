using Lossary.Losses;

namespace Lossary.Cli.Tests;

/// <summary>What the cards say of other libraries' calls can be read, made and written again.</summary>
public sealed class TranslationTests
{
    public static TheoryData<string, string> Translations
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (LossEntry entry in LossCatalogue.All)
            {
                foreach (Translation translation in entry.Card.Translations)
                {
                    data.Add(entry.Card.Key, translation.Call);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_call_on_a_card_is_read_as_the_loss_of_the_card(string key, string call)
    {
        CallReading reading = Assert.Single(LossTranslator.FromCall(call), reading => reading.Template.Entry.Card.Key == key);

        Assert.Equal(0, reading.Distance);
        Assert.Equal(key, reading.Create().Card.Key);
        Assert.True(double.IsFinite(reading.Scale) && reading.Scale != 0 && double.IsFinite(reading.Offset));
        Assert.Equal(call, reading.Call);
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void What_is_written_for_a_loss_is_read_as_that_loss(string key, string call)
    {
        CallTemplate template = CallTemplate.All.Single(
            template => template.Entry.Card.Key == key && template.Translation.Call == call);
        foreach (double change in (double[])[1, 0.5, 0.75])
        {
            string? varied = Varied(template, change);
            if (varied is not null)
            {
                ILoss loss = LossNamed.Create(varied);
                CallReading? written = template.Write(loss);
                Assert.NotNull(written);
                Assert.Contains(
                    LossTranslator.FromCall(written.Call), reading => reading.Create().Name == loss.Name);
            }
        }
    }

    [Fact]
    public void What_a_card_calls_a_loss_elsewhere_is_a_call_that_is_translated()
    {
        IEnumerable<string> lost = LossCatalogue.All
            .SelectMany(entry => ((string?[])
            [
                entry.Card.Names.PyTorch, entry.Card.Names.Keras, entry.Card.Names.ScikitLearn, entry.Card.Names.XgBoost,
                entry.Card.Names.LightGbm,
            ]).OfType<string>().Select(name => (entry.Card.Key, Name: name)))
            .Where(named => !CallTemplate.All.Any(template => IsFor(template.Call, PeerCall.Parse(named.Name))))
            .Select(named => $"{named.Key}: {named.Name}");

        Assert.Empty(lost);
    }

    [Fact]
    public void Most_losses_that_others_have_are_translated()
    {
        int translated = LossCatalogue.All.Count(entry => entry.Card.Translations.Count > 0);
        Assert.True(translated >= 270, $"{translated} losses are translated.");
    }

    /// <summary>Whether a call is of a name: of a function, a class or a text such as <c>"reg:tweedie"</c>.</summary>
    private static bool IsFor(PeerCall call, PeerCall name) => call.Folded == name.Folded
        || call.Arguments.Any(argument => argument.IsText && PeerCall.Fold(argument.Text) == PeerCall.Fold(name.Name));

    /// <summary>The loss of the call with all its numbers multiplied; null where that is out of a range.</summary>
    private static string? Varied(CallTemplate template, double change)
    {
        Dictionary<string, double> values = template.Call.Arguments
            .Where(argument => argument.Name is not null && argument.TryNumber(out _)
                && !template.Translation.Fixed.Contains(argument.Name))
            .ToDictionary(argument => argument.Name!, argument => Number(argument) * change);
        string ours = template.OursWith(values);
        try
        {
            LossCatalogue.Create(ours);
            return ours;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static double Number(PeerArgument argument) => argument.TryNumber(out double number) ? number : double.NaN;
}
