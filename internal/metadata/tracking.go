package metadata

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// trackingPrefixes start the parameters of campaign and analytics tools.
var trackingPrefixes = []string{
	"utm_", "pk_", "mtm_", "matomo_", "piwik_", "hsa_", "at_", "vero_", "oly_", "_hs", "_branch_",
}

// tracking are parameters that tell where somebody came from and never what they
// look at: click ids, mailing ids, affiliate ids.
var tracking = words(`
	fbclid gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid msclkid yclid ysclid ttclid twclid li_fat_id epik srsltid
	igshid igsh mc_cid mc_eid mkt_tok _ga _gl s_kwcid ef_id s_cid cmpid cmp_id trk trkid trkinfo wickedid
	ref ref_ ref_src ref_url referer referrer refsrc
	aff aff_id affid affiliate affiliate_id affiliateid aff_sub aff_fcid aff_trace_key aff_platform afid
	awc ranmid raneaid ransiteid irclickid irgwc clickid click_id cjevent cjdata sscid tduid zanpid admitad_uid partnerid partner_id
	wt_mc wt_zmc wt_cc1 emid emcid nb_klid spm scm algo_pvid algo_expid sharesource share_id
	gclsrc_id msockid mibextid __s _kx _ke vgo_ee ml_subscriber rdt_cid sc_cid obclid tblci ob_click_id cx_click gs_ref
	phpsessid jsessionid sessionid
`)

// shopTracking are parameters that track at one shop and may mean something
// anywhere else.
var shopTracking = []struct {
	host   *regexp.Regexp
	params []string
	prefix []string
}{
	{
		amazonHost, words(`tag qid sr keywords crid sprefix content-id dib dib_tag linkcode linkid creative
		creativeasin camp ascsubtag _encoding ie s sbo rnid refinements cv_ct_cx camp smid psc th ref-marker social_share`),
		[]string{"pd_rd_", "pf_rd_", "ref_"},
	},
	{regexp.MustCompile(`(^|\.)ebay\.[a-z.]+$`), words(`_trkparms _trksid hash amdata mkcid mkevt mkrid campid toolid customid itmmeta epid itmprp`), nil},
	{
		regexp.MustCompile(`(^|\.)etsy\.com$`), words(`click_key click_sum frs sts pro external organic_search_click ls`),
		[]string{"ga_"},
	},
}

// withoutTracking is a link's query less its tracking parameters. What stays
// keeps its order and spelling.
func withoutTracking(u *url.URL) string {
	if u.RawQuery == "" {
		return ""
	}
	kept := slices.DeleteFunc(strings.Split(u.RawQuery, "&"), func(pair string) bool {
		name, value, _ := strings.Cut(pair, "=")
		if plain, err := url.QueryUnescape(name); err == nil {
			name = plain
		}
		name = strings.ToLower(name)
		return name == "" || isTracking(u.Hostname(), name) || name == "tag" && associate.MatchString(value)
	})
	return strings.Join(kept, "&")
}

// associate is the id of somebody whom Amazon pays for a visit; other shops' tags say
// what is shown.
var associate = regexp.MustCompile(`^[\w-]+-2\d$`)

func isTracking(host, name string) bool {
	if slices.Contains(tracking, name) || hasPrefix(name, trackingPrefixes) {
		return true
	}
	for _, shop := range shopTracking {
		if shop.host.MatchString(host) && (slices.Contains(shop.params, name) || hasPrefix(name, shop.prefix)) {
			return true
		}
	}
	return false
}

func hasPrefix(name string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
}

// sortedQuery orders a query by parameter, so that the order it was written in
// makes no difference.
func sortedQuery(query string) string {
	values, err := url.ParseQuery(query)
	if err != nil {
		return query
	}
	return values.Encode()
}

// words splits a list kept as text.
func words(text string) []string { return strings.Fields(text) }
